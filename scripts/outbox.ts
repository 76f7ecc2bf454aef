// Shows what lies in the outbox, and lets a person settle what is stuck. `npm run outbox` runs it;
// docs/operations.md says when to use which command.
import { join } from 'node:path';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';
import { environment } from '#netlify/adapters/env.ts';
import { services } from '#netlify/adapters/services.ts';
import { localEnvironment } from './local-environment.ts';
import { runCommand } from './outbox-commands.ts';

const args = process.argv.slice(2);
const isLocal = args.includes('--local');
const blobs = isLocal ? await localBlobs() : null;
try {
	const ports = services(environment(), isLocal ? 'local' : 'production', publishedSite());
	process.exitCode = await runCommand(args, ports, console.log);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await blobs?.stop();
}

/** Opens the folder in which `npm start` keeps its blobs; it may run meanwhile. */
async function localBlobs(): Promise<BlobsServer> {
	Object.assign(process.env, localEnvironment('http://localhost:8889'));
	const directory = join(process.cwd(), '.netlify/local/8888/.netlify/blobs-serve');
	const server = new BlobsServer({ directory, token: 'local' });
	const { port } = await server.start();
	const edgeURL = `http://localhost:${port}`;
	setEnvironmentContext({ edgeURL, uncachedEdgeURL: edgeURL, siteID: '0', token: 'local' });
	return server;
}

function publishedSite(): { siteID?: string; token?: string } {
	const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = process.env;
	return { ...(siteID && { siteID }), ...(token && { token }) };
}
