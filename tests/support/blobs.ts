import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';

/**
 * Netlify's local blob server, with a door in front that can be shut. Behind it, writes take turns:
 * the local server looks before it writes, and would let two writers both be first.
 */
export class Blobs {
	readonly #folder: string;
	readonly #server: BlobsServer;
	readonly #door: Server;
	#answer: number | undefined;
	#lastWrite: Promise<unknown> = Promise.resolve();

	private constructor(folder: string) {
		this.#folder = folder;
		this.#server = new BlobsServer({ directory: folder });
		this.#door = createServer();
	}

	/** Where it answers. */
	get url(): string {
		return `http://127.0.0.1:${(this.#door.address() as AddressInfo).port}`;
	}

	/** Starts a server with nothing in it, and lets this process's functions use it. */
	static async open(): Promise<Blobs> {
		const blobs = new Blobs(await mkdtemp(join(tmpdir(), 'blobs-')));
		const { port } = await blobs.#server.start();
		blobs.#door.on('request', (request: IncomingMessage, response: ServerResponse) => {
			void blobs.#pass(request, response, `http://localhost:${port}`);
		});
		blobs.#door.listen(0, '127.0.0.1');
		await once(blobs.#door, 'listening');
		const { url } = blobs;
		setEnvironmentContext({ edgeURL: url, uncachedEdgeURL: url, siteID: 'site', token: 'token' });
		return blobs;
	}

	/** From now on every request gets this status and nothing is read or written. */
	answerWith(status: number): void {
		this.#answer = status;
	}

	/** From now on requests reach the server again. */
	answerAsUsual(): void {
		this.#answer = undefined;
	}

	/** From now on nobody answers. */
	async shut(): Promise<void> {
		this.#door.closeAllConnections();
		if (this.#door.listening) await new Promise((resolve) => this.#door.close(resolve));
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
		await this.shut();
		await this.#server.stop();
		await rm(this.#folder, { recursive: true, force: true });
	}

	async #pass(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
		const body = await buffer(request);
		if (this.#answer !== undefined) {
			response.writeHead(this.#answer).end();
			return;
		}
		const { method = 'GET', url = '/', headers } = request;
		const forward = () =>
			fetch(new URL(url, to), {
				method,
				headers: Object.entries(headers).filter((header): header is [string, string] =>
					/^(if-|x-amz-|authorization)/.test(header[0]),
				),
				body: method === 'PUT' ? new Uint8Array(body) : null,
			});
		const answering = method === 'PUT' ? this.#lastWrite.then(forward) : forward();
		if (method === 'PUT') this.#lastWrite = answering.catch(() => undefined);
		const answer = await answering;
		const etag = answer.headers.get('etag');
		response.writeHead(answer.status, etag ? { etag } : {});
		response.end(Buffer.from(await answer.arrayBuffer()));
	}
}
