import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config, Context } from '@netlify/functions';

interface Module {
	default: (request: Request, context: Context) => Promise<Response | undefined>;
	config?: Config;
}

/**
 * The bundled functions, answering in this process: the files that are deployed, warm as they are there.
 * Netlify's emulator packs a function anew for every request, which takes a third of a second, in a folder
 * that it removes while the function may still be at work (@netlify/dev 5.1.3).
 *
 * @param folder where scripts/bundle-functions.ts put them
 * @returns the answer of the function that has the address; nothing where none has
 */
export function functionsIn(
	folder: string,
): (request: Request, ip: string) => Promise<Response | undefined> {
	let last: Promise<unknown> = Promise.resolve();

	const answerTo = async (request: Request, ip: string) => {
		const wanted = addressOf(new URL(request.url).pathname);
		for (const { default: answer, config = {} } of await modulesIn(folder)) {
			const paths = [config.path ?? []].flat();
			const methods = [config.method ?? request.method].flat();
			if (!paths.some((path) => addressOf(path) === wanted)) continue;
			if (!methods.some((method) => method === request.method)) continue;
			return (await answer(request, contextOf(ip))) ?? new Response(null, { status: 204 });
		}
		return undefined;
	};

	// One at a time: the local blob server looks before it writes, and would let two writers both be first.
	return (request, ip) => {
		const turn = last.then(() => answerTo(request, ip));
		last = turn.catch(() => undefined);
		return turn;
	};
}

/** Netlify looks at neither the case nor a slash at the end. */
function addressOf(path: string): string {
	return path.toLowerCase().replace(/\/$/, '');
}

/** Each function as its file is now: `npm run dev` writes them while it runs. */
async function modulesIn(folder: string): Promise<Module[]> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs'));
	return Promise.all(
		files.map(async (file) => {
			const url = pathToFileURL(join(folder, file));
			url.search = String((await stat(join(folder, file))).mtimeMs);
			return import(url.href) as Promise<Module>;
		}),
	);
}

/** As in Netlify's emulator, no deploy context is named. */
function contextOf(ip: string): Context {
	return {
		deploy: { context: '', id: '0', published: false },
		ip,
		waitUntil: (work: Promise<unknown>) => {
			work.catch((error: unknown) => console.error(error));
		},
	} as unknown as Context;
}
