import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What goes wrong with one request. Only the last two reach the server behind. */
export type Fault =
	{ status: number; body?: string } | 'reset' | 'hang' | 'answer-lost' | 'cut-off';

/**
 * Stands in front of a real server, speaks HTTP, and lets a request through or spoils it. Requests to write take turns:
 * Netlify's local blob server looks before it writes, and would let two writers both be first.
 */
export class FaultServer {
	readonly #server: Server;
	/** Chooses what happens to the next request; `undefined` lets it through. */
	choose: () => Fault | undefined = () => undefined;
	#lastWrite: Promise<unknown> = Promise.resolve();

	private constructor(behind: string) {
		this.#server = createServer((request, response) => {
			void this.#answer(request, response, behind).catch(() => response.destroy());
		});
	}

	static async open(behind: string): Promise<FaultServer> {
		const server = new FaultServer(behind);
		server.#server.listen(0, '127.0.0.1');
		await once(server.#server, 'listening');
		return server;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #answer(request: IncomingMessage, response: ServerResponse, behind: string): Promise<void> {
		const { method = 'GET', url: path = '/' } = request;
		const body = await buffer(request);
		const fault = this.choose();
		if (fault === 'hang') return;
		if (fault === 'reset') {
			response.destroy();
			return;
		}
		if (typeof fault === 'object') {
			response.writeHead(fault.status).end(fault.body);
			return;
		}
		const forward = () =>
			fetch(new URL(path, behind), {
				method,
				headers: passedOn(request),
				body: body.length > 0 ? new Uint8Array(body) : null,
			});
		const answering = method === 'PUT' ? this.#lastWrite.then(forward) : forward();
		if (method === 'PUT') this.#lastWrite = answering.catch(() => undefined);
		const answer = await answering;
		const text = Buffer.from(await answer.arrayBuffer());
		if (fault === 'answer-lost') {
			response.destroy();
			return;
		}
		const etag = answer.headers.get('etag');
		response.writeHead(answer.status, {
			'content-type': answer.headers.get('content-type') ?? 'text/plain',
			'content-length': text.length,
			...(etag && { etag }),
		});
		if (fault === 'cut-off') {
			response.write(text.subarray(0, text.length / 2), () => response.destroy());
			return;
		}
		response.end(text);
	}
}

function passedOn({ headers }: IncomingMessage): [string, string][] {
	return Object.entries(headers).flatMap(([name, value]) =>
		typeof value === 'string' && !/^(host|connection|content-length|transfer-)/.test(name)
			? [[name, value] as [string, string]]
			: [],
	);
}
