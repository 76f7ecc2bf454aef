import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';
import { FaultServer } from './fault-server.ts';

/** Netlify's local blob server, behind one that spoils requests where a test says so. */
export class Blobs {
	readonly #folder: string;
	readonly #server: BlobsServer;
	readonly #faults: FaultServer;

	private constructor(folder: string, server: BlobsServer, faults: FaultServer) {
		this.#folder = folder;
		this.#server = server;
		this.#faults = faults;
	}

	/** Where it answers. */
	get url(): string {
		return this.#faults.url;
	}

	/** Starts a server with nothing in it, and lets this process's functions use it. */
	static async open(): Promise<Blobs> {
		const directory = await mkdtemp(join(tmpdir(), 'blobs-'));
		const server = new BlobsServer({ directory });
		const { port } = await server.start();
		const faults = await FaultServer.open(`http://localhost:${port}`);
		const { url } = faults;
		setEnvironmentContext({ edgeURL: url, uncachedEdgeURL: url, siteID: 'site', token: 'token' });
		return new Blobs(directory, server, faults);
	}

	/** From now on every request gets this status and nothing is read or written. */
	answerWith(status: number): void {
		this.#faults.choose = () => ({ status });
	}

	/** From now on requests reach the server again. */
	answerAsUsual(): void {
		this.#faults.choose = () => undefined;
	}

	/** Everything that is stored, by store and key. */
	async stored(): Promise<Record<string, string>> {
		const entries = join(this.#folder, 'entries', 'site');
		const found = await readdir(entries, { recursive: true, withFileTypes: true }).catch(() => []);
		const files = found.filter((file) => file.isFile());
		const texts = files.map(async ({ parentPath, name }) => {
			const file = join(parentPath, name);
			return [file.slice(entries.length + 1), await readFile(file, 'utf8')] as const;
		});
		return Object.fromEntries(await Promise.all(texts));
	}

	/** The ids of the applications that are stored. */
	async applications(): Promise<string[]> {
		const keys = Object.keys(await this.stored());
		return keys.flatMap((key) => /^[^/]+\/entry\/(.+)$/.exec(key)?.[1] ?? []);
	}

	async close(): Promise<void> {
		await this.#faults.close();
		await this.#server.stop();
		await rm(this.#folder, { recursive: true, force: true });
	}
}
