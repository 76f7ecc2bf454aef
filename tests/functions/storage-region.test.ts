import { afterEach, expect, test, vi } from 'vitest';
import { setEnvironmentContext } from '@netlify/blobs';
import { blobStore } from '#netlify/adapters/store.ts';

afterEach(() => vi.unstubAllGlobals());

const edgeURL = 'https://blobs.example';
const site = { siteID: 'site', token: 'token' };
const context = { edgeURL, uncachedEdgeURL: edgeURL, ...site };
test.for([
	['a function', context, {}, /^https:\/\/blobs\.example\/region:eu-central-1\/site\//],
	['the operator’s command', {}, site, /^https:\/\/api\.netlify\.com\/.*region=eu-central-1/],
] as const)(
	'every call of %s asks the storage in Frankfurt',
	async ([, around, access, frankfurt]) => {
		setEnvironmentContext(around);
		const asked: string[] = [];
		// Nothing is ever found there.
		vi.stubGlobal('fetch', (address: string) => {
			asked.push(address);
			return Promise.resolve(new Response(null, { status: 404 }));
		});
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
		for (const address of asked) expect(address).toMatch(frankfurt);
	},
);
