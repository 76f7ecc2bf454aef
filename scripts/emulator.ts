import type { IncomingMessage, ServerResponse } from 'node:http';
import { NetlifyDev } from '@netlify/dev';
import { onThisMachineOnly } from './this-machine-only.ts';

export interface Answer {
	status: number;
	headers: Headers;
	body: Buffer;
}

export interface Emulator {
	/** Answers a request as Netlify would; nothing if Netlify would not find what is asked for. */
	answer: (incoming: IncomingMessage) => Promise<Answer | undefined>;
	/** Reads a published file, with its headers. */
	file: (path: string) => Promise<Answer | undefined>;
	stop: () => Promise<void>;
}

/** Netlify refuses larger bodies before a function sees them. */
const largestBody = 6 * 1024 * 1024;
const off = { enabled: false };

/**
 * Starts Netlify's own emulator: functions, blobs, redirects and, of a built project, files and headers.
 * The functions see this process's environment and working directory, so there is one a process.
 *
 * @param project the folder that holds `netlify.toml` and `build`
 */
export async function startEmulator(
	project: string,
	files: 'files' | 'no files',
): Promise<Emulator> {
	const filesToo = { enabled: files === 'files' };
	const emulator = new NetlifyDev({
		projectRoot: project,
		staticFiles: filesToo,
		headers: filesToo,
		aiGateway: off,
		database: off,
		edgeFunctions: off,
		environmentVariables: off,
		geolocation: off,
		images: off,
		skipGitignore: true,
	});
	await onThisMachineOnly(() => emulator.start());
	const inTurn = turns();

	const answer = async (request: Request) => {
		const response = await emulator.handle(request);
		return response && readable(response);
	};
	return {
		file: (path) => answer(new Request(new URL(path, 'http://localhost'))),
		answer: async (incoming) => {
			const url = addressOf(incoming);
			if (!url) return plainText(400, 'Bad request');
			if (isHidden(url)) return;
			const body = await bodyOf(incoming);
			if (body === 'too large') return plainText(413, 'Content too large');
			const request = new Request(url, {
				method: incoming.method ?? 'GET',
				headers: headersOf(incoming),
				body: body.length > 0 ? new Uint8Array(body) : null,
			});
			// The emulator compiles a function anew for every request, in a folder that it removes afterwards,
			// and two requests to one function can end up in the folder of the first (@netlify/dev 5.1.3:
			// "Cannot find module …/functions-serve/_EonQ6k/…", once in a hundred). So one at a time.
			return inTurn(url.pathname.toLowerCase().replace(/\/$/, ''), () => answer(request));
		},
		stop: () => emulator.stop(),
	};
}

/** The address that was asked for, or nothing if no sound request could ask for it. */
function addressOf({ headers, url = '' }: IncomingMessage): URL | undefined {
	const { host = 'localhost' } = headers;
	if (!url.startsWith('/') || !/^[\w.-]+(:\d+)?$/.test(host)) return;
	try {
		const address = new URL(`http://${host}${url}`);
		decodeURIComponent(address.pathname);
		return address;
	} catch {
		return;
	}
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer | 'too large'> {
	const chunks: Buffer[] = [];
	let size = 0;
	// A body that is too large is read to its end all the same: a browser that is cut off while it sends
	// shows a connection error instead of the answer.
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size <= largestBody) chunks.push(chunk);
		else chunks.length = 0;
	}
	return size <= largestBody ? Buffer.concat(chunks) : 'too large';
}

/** What Netlify decides itself cannot be set from outside. */
function headersOf(incoming: IncomingMessage): Headers {
	const headers = new Headers();
	for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
		if (name.startsWith('x-nf-') || notPassedOn.has(name)) continue;
		for (const value of values) headers.append(name, value);
	}
	headers.set('x-forwarded-for', incoming.socket.remoteAddress ?? '127.0.0.1');
	return headers;
}

const notPassedOn = new Set(['connection', 'expect', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** Netlify reads these files and does not publish them. */
function isHidden({ pathname }: URL): boolean {
	return pathname === '/_headers' || pathname === '/_redirects';
}

async function readable(response: Response): Promise<Answer> {
	const headers = new Headers(response.headers);
	for (const name of [...headers.keys()]) {
		// The emulator's notes to itself.
		if (name.startsWith('x-nf-') || notPassedOn.has(name)) headers.delete(name);
	}
	return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

export function plainText(status: number, message: string): Answer {
	const headers = new Headers({ 'Content-Type': 'text/plain; charset=utf-8' });
	return { status, headers, body: Buffer.from(`${message}\n`) };
}

export function send({ status, headers, body }: Answer, response: ServerResponse): void {
	response.statusCode = status;
	response.setHeaders(headers);
	response.setHeader('Content-Length', body.length);
	response.end(body);
}

/** Lets the work for one key wait until the work before it has ended. */
function turns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
	const last = new Map<string, Promise<unknown>>();
	return (key, work) => {
		const turn = (last.get(key) ?? Promise.resolve()).then(work);
		const ended = turn.catch(() => undefined);
		last.set(key, ended);
		void ended.then(() => {
			if (last.get(key) === ended) last.delete(key);
		});
		return turn;
	};
}
