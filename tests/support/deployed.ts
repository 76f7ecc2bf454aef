import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type FunctionsManifest, zipFunctions } from '@netlify/zip-it-and-ship-it';

/** Whoever may nothing, on Linux; only root can become somebody else. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface LambdaAnswer {
	status: number;
	headers: Record<string, string[]>;
	body: string;
	/** What the process took: milliseconds of processor of all its threads, and memory. */
	took: { processor: number; megabytes: number };
}

interface Call {
	path: string;
	method?: string;
	headers?: Record<string, string>;
	body?: string;
	/** How many milliseconds its clock is behind. */
	ago?: number;
}

/** What is around a function. */
interface Surroundings {
	node?: string;
	environment?: Record<string, string>;
	/** Where its storage is. */
	blobs?: string;
}

/** The functions as Netlify packs them, unpacked, in a folder from where no other package can be found. */
export class Deployed {
	readonly folder: string;
	readonly manifest: FunctionsManifest;

	private constructor(folder: string, manifest: FunctionsManifest) {
		this.folder = folder;
		this.manifest = manifest;
	}

	/**
	 * @param root where they are built
	 * @param more a folder of other functions
	 */
	static async pack(root = process.cwd(), ...more: string[]): Promise<Deployed> {
		const folder = await mkdtemp(join(tmpdir(), 'deployed-'));
		const manifest = join(folder, 'manifest.json');
		const includedFiles = await includedFilesOf(root);
		await zipFunctions([resolve(root, 'build', 'functions'), ...more], folder, {
			archiveFormat: 'none',
			basePath: root,
			config: { '*': { includedFiles, includedFilesBasePath: root } },
			manifest,
			repositoryRoot: root,
		});
		await setModes(folder, { folders: 0o555, files: 0o444 });
		return new Deployed(folder, JSON.parse(await readFile(manifest, 'utf8')) as FunctionsManifest);
	}

	/** Calls a function once, in a process that has just begun. */
	async call(
		name: string,
		{ path, method = 'GET', headers, body, ago = 0 }: Call,
		{ node = process.execPath, environment = {}, blobs = '' }: Surroundings = {},
	): Promise<LambdaAnswer> {
		const region = { primary_region: 'eu-central-1' };
		const store = { url: blobs, url_uncached: blobs, token: 'token', ...region };
		const event = {
			rawUrl: `https://tryghed.example${path}`,
			path,
			httpMethod: method,
			headers: { 'x-nf-site-id': 'site', 'x-nf-deploy-id': 'deploy', ...headers },
			body,
			ago,
			isBase64Encoded: false,
			blobs: Buffer.from(JSON.stringify(store)).toString('base64'),
		};
		const lambda = await readFile(join(import.meta.dirname, 'lambda.mjs'), 'utf8');
		const running = promisify(execFile)(node, ['--input-type=module', '-e', lambda], {
			cwd: join(this.folder, name),
			env: environment,
			...nobody,
		});
		running.child.stdin?.end(JSON.stringify(event));
		return JSON.parse((await running).stdout) as LambdaAnswer;
	}

	async remove(): Promise<void> {
		// Only root may remove what lies in a folder that is read-only.
		await setModes(this.folder, { folders: 0o755, files: 0o644 });
		await rm(this.folder, { recursive: true, force: true });
	}
}

/** As Netlify's build reads it from `netlify.toml`. */
async function includedFilesOf(root: string): Promise<string[]> {
	const toml = await readFile(join(root, 'netlify.toml'), 'utf8');
	return JSON.parse(/^\s*included_files = (\[.*\])$/m.exec(toml)?.[1] ?? '[]') as string[];
}

async function setModes(folder: string, modes: { folders: number; files: number }): Promise<void> {
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		const mode = entry.isDirectory() ? modes.folders : modes.files;
		await chmod(join(entry.parentPath, entry.name), mode);
	}
	await chmod(folder, 0o755);
}
