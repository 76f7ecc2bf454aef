import { Server } from 'node:net';

/**
 * Lets servers that begin to listen while `start` runs be reached from this machine only. Netlify's local ones
 * name no address, and so listen on every network that the machine is on.
 */
export async function onThisMachineOnly<T>(start: () => Promise<T>): Promise<T> {
	// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the server that listens, below
	const { listen } = Server.prototype;
	Server.prototype.listen = function (this: Server, port: unknown, ...others: unknown[]) {
		const [host, ...rest] = others;
		const args = typeof host === 'string' ? [port, ...others] : [port, '127.0.0.1', host, ...rest];
		return Reflect.apply(listen, this, args) as Server;
	} as typeof listen;
	try {
		return await start();
	} finally {
		Server.prototype.listen = listen;
	}
}
