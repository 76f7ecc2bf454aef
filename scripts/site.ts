import { once } from 'node:events';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
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
			const found = (await answer(request))?.response;
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

/**
 * Copies the built project to a folder inside the project, from where `node_modules` is found. Netlify's emulator
 * keeps its blobs and its compiled functions in the folder that it serves, so two servers cannot share one; and a
 * copy stays whole while somebody builds beside it. Blobs that are in the folder already stay.
 */
export async function copyProject(root: string, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const name of ['build', 'dist', 'netlify.toml', 'package.json']) {
		await rm(join(folder, name), { recursive: true, force: true });
		await cp(join(root, name), join(folder, name), { recursive: true });
	}
}
