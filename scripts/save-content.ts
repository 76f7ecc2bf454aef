import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** The files that the editor may save on this machine. */
const writable = /^content\/(pages\/[a-z\d-]+\.mdx|settings\/site\.json)$/;

/** Saves a file from the editor under `npm run dev`. Requests of other sites are refused. */
export function saveContent(
	root: string,
	incoming: IncomingMessage,
	response: ServerResponse,
): void {
	const file = new URL(incoming.url ?? '', 'http://localhost').searchParams.get('file') ?? '';
	const isOwn = incoming.headers['sec-fetch-site'] === 'same-origin';
	if (incoming.method !== 'PUT' || !isOwn || !writable.test(file)) {
		response.writeHead(400).end();
		return;
	}
	text(incoming)
		.then((content) => writeFile(join(root, file), content))
		.then(
			() => response.writeHead(204).end(),
			(error: unknown) => {
				console.error(error);
				response.writeHead(500).end();
			},
		);
}
