import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setEnvironmentContext } from '@netlify/blobs';
import { blobStore } from '#netlify/adapters/store.ts';

/** The address of every call that went out. Nothing is ever found there. */
let asked: URL[];
beforeEach(() => {
	asked = [];
	vi.stubGlobal('fetch', (address: string) => {
		asked.push(new URL(address));
		return Promise.resolve(new Response(null, { status: 404 }));
	});
});
afterEach(() => vi.unstubAllGlobals());

/** Makes every call that a store knows, whatever comes of it. */
async function callAll(access?: { siteID: string; token: string }): Promise<void> {
	const store = blobStore('outbox-production', access);
	const calls = [
		store.create('key', 'text'),
		store.replace('key', 'text', 'version'),
		store.read('key'),
		store.list('prefix'),
		store.remove('key'),
	];
	expect(calls).toHaveLength(Object.keys(store).length);
	await Promise.allSettled(calls);
	expect(asked).toHaveLength(calls.length);
}

test('every call of a function asks the storage in Frankfurt', async () => {
	const edgeURL = 'https://blobs.example';
	setEnvironmentContext({ edgeURL, uncachedEdgeURL: edgeURL, siteID: 'site', token: 'token' });
	await callAll();
	for (const { pathname } of asked) expect(pathname).toMatch(/^\/region:eu-central-1\/site\//);
});

test('so does every call of the operator’s command, through Netlify’s API', async () => {
	setEnvironmentContext({});
	await callAll({ siteID: 'site', token: 'token' });
	for (const { hostname, searchParams } of asked) {
		expect(hostname).toBe('api.netlify.com');
		expect(searchParams.get('region')).toBe('eu-central-1');
	}
});
