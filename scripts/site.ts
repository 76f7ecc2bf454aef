import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NetlifyDev } from '@netlify/dev';

/** Features of Netlify's emulator that the site does not use; some would ask the network. */
const off = { enabled: false };
export const unused = {
	database: off,
	edgeFunctions: off,
	environmentVariables: off,
	images: off,
};

export interface Site {
	url: string;
	stop: () => Promise<void>;
}

/**
 * Serves a built project as Netlify would: pages, headers, redirects, functions and blobs. The functions share the
 * environment and working directory of this process, so a process can serve one site only.
 *
 * @param project the folder that holds `netlify.toml`, `dist` and `build`
 * @param port 0 for any
 */
export async function startSite(project: string, port: number): Promise<Site> {
	const netlify = new NetlifyDev({
		...unused,
		aiGateway: off,
		geolocation: off,
		projectRoot: project,
		skipGitignore: true,
	});
	await netlify.start();
	const turns = new Map<string, Promise<unknown>>();

	// The emulator compiles a function anew for every request, in a folder that it removes afterwards, and two
	// requests to one function can end up in the folder of the first (@netlify/dev 5.1.3: "Cannot find module
	// …/functions-serve/_EonQ6k/…", once in a hundred). So each address answers one request at a time.
	const answer = (request: IncomingMessage) => {
		const address = request.url ?? '';
		const turn = (turns.get(address) ?? Promise.resolve()).then(() =>
			netlify.handleAndIntrospectNodeRequest(request),
		);
		turns.set(
			address,
			turn.catch(() => undefined),
		);
		return turn;
	};
	const notFound = new Request('http://localhost/404.html');
	const server = createServer((request, response) => {
		void (async () => {
			// Netlify takes a call of a background function at once, and our functions wait no longer than for that.
			if (request.url === '/api/outbox') response.writeHead(202).end();
			const found = (await answer(request))?.response;
			if (response.writableEnded) return;
			const page = found ?? (await netlify.handle(notFound)) ?? new Response();
			response.writeHead(found?.status ?? 404, Object.fromEntries(page.headers));
			await pipeline(Readable.from(page.body ?? []), response);
		})().catch((error: unknown) => {
			// Such as a request that breaks off, or an address with a broken percent sign.
			if (!response.headersSent) response.writeHead(500).end(String(error));
		});
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');

	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.close();
			server.closeAllConnections();
			await netlify.stop();
		},
	};
}
