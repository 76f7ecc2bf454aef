import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a first view loads; published.test.ts holds that there is no stylesheet, script or font. */
const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** Serves a folder as a CDN would: text compressed by brotli at its strongest, once. */
export async function serveCompressed(folder: string): Promise<{ url: string; stop: () => void }> {
	const ready = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const file = join(folder, pathname.replace(/\/$/, '/index.html'));
		if (!existsSync(file)) {
			response.writeHead(404).end();
			return;
		}
		const type = types[extname(file)] ?? 'application/octet-stream';
		const isText = /text|xml/.test(type);
		const content = readFileSync(file);
		const body = ready.get(file) ?? (isText ? brotliCompressSync(content) : content);
		ready.set(file, body);
		response.writeHead(200, { 'Content-Type': type, ...(isText && { 'Content-Encoding': 'br' }) });
		response.end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return { url: `http://localhost:${port}`, stop: () => server.close() };
}
