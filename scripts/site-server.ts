import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, plainText, send, startEmulator } from './emulator.ts';

export interface SiteServer {
	url: string;
	stop: () => Promise<void>;
}

/**
 * Serves a built project on this machine as Netlify would serve it.
 *
 * @param project the folder that holds `netlify.toml`, `dist` and `build`
 * @param port 0 for any
 */
export async function startSite(project: string, port: number): Promise<SiteServer> {
	const emulator = await startEmulator(project, 'files');

	const answer = async (incoming: IncomingMessage): Promise<Answer> => {
		const answered = await emulator.answer(incoming);
		if (answered) return answered;
		const page = await emulator.file('/404.html');
		return page ? { ...page, status: 404 } : plainText(404, 'Not found');
	};
	const server = createServer((incoming, response) => {
		answer(incoming).then(
			(answered) => send(answered, response),
			(error: unknown) => {
				// The one who asked has gone, in the middle of a body.
				if (incoming.destroyed && !incoming.complete) return;
				console.error(error);
				send(plainText(500, 'The local server failed; see the terminal.'), response);
			},
		);
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');

	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.close();
			server.closeAllConnections();
			await emulator.stop();
		},
	};
}
