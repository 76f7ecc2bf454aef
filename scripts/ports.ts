import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * The port, or the next one that nobody listens on. Both addresses of `localhost` are tried: a browser
 * may ask the other one first, and would then reach somebody else's server. Port 0 stays 0: any port.
 */
export async function freePort(wanted: number): Promise<number> {
	if (wanted === 0) return 0;
	for (let port = wanted; port < wanted + 50; port++) {
		if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
	}
	throw new Error(
		`Ports ${String(wanted)} to ${String(wanted + 49)} are all taken; free one of them.`,
	);
}

async function isFree(port: number, host: string): Promise<boolean> {
	const server = createServer();
	try {
		server.listen(port, host);
		await once(server, 'listening');
		server.close();
		await once(server, 'close');
		return true;
	} catch (error) {
		// A machine without IPv6 has no ::1 that anyone could listen on.
		return !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
	}
}
