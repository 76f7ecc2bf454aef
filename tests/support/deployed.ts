import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type FunctionsManifest, zipFunctions } from '@netlify/zip-it-and-ship-it';

const lambda = join(import.meta.dirname, 'lambda.mjs');
/** Whoever may nothing, on Linux; only root can become somebody else. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface LambdaAnswer {
	status: number;
	headers: Record<string, string[]>;
	body: string;
}

/** The functions as Netlify packs them, unpacked, in a folder from where no other package can be found. */
export class Deployed {
	readonly folder: string;
	readonly manifest: FunctionsManifest;
	/** The Node that runs them. */
	node = process.execPath;

	private constructor(folder: string, manifest: FunctionsManifest) {
		this.folder = folder;
		this.manifest = manifest;
	}

	static async pack(root = process.cwd()): Promise<Deployed> {
		const folder = await mkdtemp(join(tmpdir(), 'deployed-'));
		const manifest = join(folder, 'manifest.json');
		const includedFiles = await includedFilesOf(root);
		await zipFunctions(resolve(root, 'build', 'functions'), folder, {
			archiveFormat: 'none',
			basePath: root,
			config: { '*': { includedFiles, includedFilesBasePath: root } },
			manifest,
			repositoryRoot: root,
		});
		await setModes(folder, { folders: 0o555, files: 0o444 });
		return new Deployed(folder, JSON.parse(await readFile(manifest, 'utf8')) as FunctionsManifest);
	}

	/**
	 * Calls a function once, in a process that has just begun.
	 *
	 * @param ago how many milliseconds its clock is behind
	 */
	async call(
		name: string,
		request: { method?: string; path: string; headers?: Record<string, string>; body?: string },
		{
			environment,
			blobs,
			ago,
		}: { environment: Record<string, string>; blobs: string; ago: number },
	): Promise<LambdaAnswer> {
		const store = {
			url: blobs,
			url_uncached: blobs,
			token: 'token',
			primary_region: 'eu-central-1',
		};
		const event = {
			rawUrl: `https://tryghed.example${request.path}`,
			path: request.path,
			httpMethod: request.method ?? 'GET',
			headers: { 'x-nf-site-id': 'site', 'x-nf-deploy-id': 'deploy', ...request.headers },
			body: request.body,
			ago,
			isBase64Encoded: false,
			blobs: Buffer.from(JSON.stringify(store)).toString('base64'),
		};
		const running = promisify(execFile)(
			this.node,
			['--input-type=module', '-e', await readFile(lambda, 'utf8')],
			{
				cwd: join(this.folder, name),
				env: environment,
				...nobody,
			},
		);
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
