import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';
import type { StoreAccess } from '#netlify/adapters/store.ts';
import { localEnvironment } from './local-environment.ts';

/**
 * Works on the storage of the published site, or of `npm start`, which may run meanwhile. Throws what to do where it
 * may not be opened.
 *
 * @param port of the site of `npm start`
 * @param work the arguments are those of `outboxOf`
 */
export async function onStorage<Result>(
	port: number | undefined,
	work: (place: string, access?: StoreAccess) => Promise<Result>,
): Promise<Result> {
	if (port === undefined) {
		const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = process.env;
		if (siteID && token) return work('production', { siteID, token });
		throw new Error(
			'NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN are not set. Give a file with them, --env FILE; .env.example says where to find them.',
		);
	}
	Object.assign(process.env, localEnvironment(`http://localhost:${port + 1}`));
	const directory = join(process.cwd(), `.netlify/local/${port}/.netlify/blobs-serve`);
	// The server listens on every network of the machine, and answers only to the token.
	const token = randomUUID();
	const server = new BlobsServer({ directory, token });
	const edgeURL = `http://127.0.0.1:${(await server.start()).port}`;
	setEnvironmentContext({ edgeURL, uncachedEdgeURL: edgeURL, siteID: '0', token });
	try {
		return await work('local');
	} finally {
		await server.stop();
	}
}
