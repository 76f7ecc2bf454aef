import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';

/**
 * Opens the storage of `npm start` for this process; the site may run meanwhile.
 *
 * @param sitePort the port of the site
 */
export async function openLocalBlobs(sitePort = 8888): Promise<BlobsServer> {
	const directory = join(process.cwd(), `.netlify/local/${sitePort}/.netlify/blobs-serve`);
	// The server listens on every network of the machine, and answers only to the token.
	const token = randomUUID();
	const server = new BlobsServer({ directory, token });
	const { port } = await server.start();
	const edgeURL = `http://127.0.0.1:${port}`;
	setEnvironmentContext({ edgeURL, uncachedEdgeURL: edgeURL, siteID: '0', token });
	return server;
}
