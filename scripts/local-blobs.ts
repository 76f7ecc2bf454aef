import { join } from 'node:path';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';
import { onThisMachineOnly } from './this-machine-only.ts';

/**
 * Opens, for this process, what `npm start` has stored; it may run meanwhile.
 *
 * @param sitePort the port of the site whose blobs they are
 */
export async function openLocalBlobs(sitePort = 8888): Promise<BlobsServer> {
	const directory = join(process.cwd(), `.netlify/local/${String(sitePort)}/.netlify/blobs-serve`);
	const server = new BlobsServer({ directory, token: 'local' });
	const { port } = await onThisMachineOnly(() => server.start());
	const edgeURL = `http://127.0.0.1:${String(port)}`;
	setEnvironmentContext({ edgeURL, uncachedEdgeURL: edgeURL, siteID: '0', token: 'local' });
	return server;
}
