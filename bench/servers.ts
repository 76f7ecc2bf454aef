// What the load runs against, each in a process of its own, which `start` forks: `services`, which are the
// storage and a mail server, or one function behind HTTP.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Context } from '@netlify/functions';
import { createEmulator } from 'emulate';
import { localEnvironment } from '../scripts/local-environment.ts';
import { Blobs } from '../tests/support/blobs.ts';

async function start(what: string, environment: Record<string, string>) {
	const child = fork(import.meta.filename, [what], {
		env: { ...process.env, ...environment },
		execArgv: [],
		// A function's log would be all that is seen.
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	const [told] = (await once(child, 'message')) as [unknown];
	return { child, told };
}

/** The storage and a mail server, and what the functions need in their environment to use them. */
export async function startServices() {
	const { child, told } = await start('services', {});
	const { mail, blobs } = told as { mail: string; blobs: string };
	const context = { edgeURL: blobs, uncachedEdgeURL: blobs, siteID: 'site', token: 'token' };
	const environment: Record<string, string> = {
		...localEnvironment(mail),
		NETLIFY_BLOBS_CONTEXT: Buffer.from(JSON.stringify(context)).toString('base64'),
	};
	return { mail, environment, stop: () => child.disconnect() };
}

/** Where the function in a file answers; it stops when its work is done. */
export async function startFunction(file: string, environment: Record<string, string>) {
	const { child, told } = await start(file, environment);
	const stop = async () => {
		child.disconnect();
		await once(child, 'exit');
	};
	return { url: told as string, stop };
}

async function services(): Promise<unknown> {
	const blobs = await Blobs.open();
	const mail = await createEmulator({ service: 'resend', port: 0, hostname: '127.0.0.1' });
	process.once('disconnect', () => void blobs.close().then(() => process.exit(0)));
	return { mail: mail.url, blobs: blobs.url };
}

async function aFunction(file: string): Promise<string> {
	const { default: answer } = (await import(pathToFileURL(resolve(file)).href)) as {
		default: (request: Request, context: Context) => Promise<Response>;
	};
	const afterwards: Promise<unknown>[] = [];
	const waitUntil = (work: Promise<unknown>) => afterwards.push(work);
	const context = { deploy: { context: '' }, ip: '127.0.0.1', waitUntil } as unknown as Context;
	process.once('disconnect', () => {
		void Promise.allSettled(afterwards).then(() => process.exit(0));
	});
	const asRequest = async ({ url = '', headers }: IncomingMessage, body: Buffer) =>
		answer(
			new Request(new URL(url, 'https://x.example'), {
				method: 'POST',
				headers: {
					'Content-Type': headers['content-type'] ?? '',
					'Sec-Fetch-Site': 'same-origin',
				},
				body: new Uint8Array(body),
			}),
			context,
		);
	const server = createServer((incoming, outgoing) => {
		void buffer(incoming)
			.then((body) => asRequest(incoming, body))
			.then(async (response) => {
				outgoing.writeHead(response.status, Object.fromEntries(response.headers));
				outgoing.end(await response.text());
			});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

if (import.meta.main) {
	const what = process.argv[2] ?? '';
	process.send?.(await (what === 'services' ? services() : aFunction(what)));
}
