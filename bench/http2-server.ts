import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml',
};

/** Brotli at its strongest, as a CDN keeps what does not change. */
export function compressed(content: Buffer | string): Buffer {
	return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

/**
 * Serves files over HTTP/2 with a certificate that it signs itself, as a CDN would: compressed, with the
 * site's headers.
 *
 * @param content what lies at an address, or `undefined`
 * @param delay how long each answer takes, in milliseconds: a round trip to somewhere else
 */
export async function serveHttp2(
	content: (path: string, origin: string) => Buffer | string | undefined,
	headers: Record<string, string>,
	delay = 0,
): Promise<{ origin: string; stop: () => void }> {
	const server = createSecureServer(selfSigned());
	let origin = '';
	// Compressing takes longer than all else here, and a CDN does it once.
	const ready = new Map<string, Buffer>();
	server.on('request', (request, response) => {
		const path = new URL(request.url, origin).pathname.replace(/\/$/, '/index.html');
		const found = content(path, origin);
		if (found === undefined) {
			response.writeHead(404).end();
			return;
		}
		const type = types[extname(path)] ?? 'application/octet-stream';
		const isText = /text|xml/.test(type);
		const etag = `"${createHash('sha256').update(found).digest('base64url')}"`;
		const head = {
			...headers,
			etag,
			'content-type': type,
			'cache-control': 'public,max-age=0,must-revalidate',
			...(isText && { 'content-encoding': 'br' }),
		};
		const isKnown = request.headers['if-none-match'] === etag;
		const body = ready.get(etag) ?? (isText ? compressed(found) : Buffer.from(found));
		ready.set(etag, body);
		setTimeout(() => {
			response.writeHead(isKnown ? 304 : 200, head);
			response.end(isKnown ? '' : body);
		}, delay);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	origin = `https://localhost:${(server.address() as AddressInfo).port}`;
	return { origin, stop: () => server.close() };
}

function selfSigned(): { key: Buffer; cert: Buffer } {
	const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	try {
		execFileSync(
			'openssl',
			[
				'req',
				'-x509',
				'-newkey',
				'ec',
				'-pkeyopt',
				'ec_paramgen_curve:prime256v1',
				'-nodes',
				'-days',
				'2',
				'-subj',
				'/CN=localhost',
				'-keyout',
				key,
				'-out',
				cert,
			],
			{ stdio: 'ignore' },
		);
		return { key: readFileSync(key), cert: readFileSync(cert) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}
