import { expect, test as base } from 'vitest';
import { setEnvironmentContext } from '@netlify/blobs';
import { blobStore } from '#netlify/adapters/store.ts';
import { Blobs } from '../support/blobs.ts';
import { type Fault, FaultServer } from '../support/fault-server.ts';

const test = base.extend<{ blobs: Blobs; faults: FaultServer }>({
	blobs: async ({}, use) => {
		const blobs = await Blobs.open();
		await use(blobs);
		await blobs.close();
	},
	faults: async ({ blobs }, use) => {
		const faults = await FaultServer.open(blobs.url);
		const { url } = faults;
		setEnvironmentContext({ edgeURL: url, uncachedEdgeURL: url, siteID: 'site', token: 'token' });
		await use(faults);
		await faults.close();
	},
});

const faults: Record<string, Fault> = {
	'not allowed (401)': { status: 401 },
	'forbidden (403)': { status: 403 },
	'too many (429)': { status: 429 },
	'its own error (500)': { status: 500 },
	'unavailable (503)': { status: 503 },
	'a broken connection': 'reset',
	'no answer': 'hang',
};

for (const [name, fault] of Object.entries(faults)) {
	test(`${name}: no call pretends to have succeeded`, async ({ faults: server, blobs }) => {
		const store = blobStore('outbox', {}, 700);
		server.choose = () => fault;
		await expect(store.create('key', 'text')).rejects.toThrow();
		await expect(store.replace('key', 'text', 'version')).rejects.toThrow();
		await expect(store.read('key')).rejects.toThrow();
		await expect(store.list('')).rejects.toThrow();
		await expect(store.remove('key')).rejects.toThrow();
		expect(await blobs.stored()).toEqual({});
	});
}

test('a write whose answer was lost is there, and the next try says so', async ({
	faults: server,
}) => {
	const store = blobStore('outbox', {}, 3000);
	server.choose = () => 'answer-lost';
	await expect(store.create('key', 'text')).rejects.toThrow();
	server.choose = () => undefined;
	expect(await store.create('key', 'other')).toBe('exists');
	expect(await store.read('key')).toMatchObject({ text: 'text' });
});

test('what is created is read back, replaced, listed in order and removed', async ({ faults }) => {
	expect(faults.url).toContain('127.0.0.1');
	const store = blobStore('outbox');
	expect(await store.create('a/2', 'two')).toBe('created');
	expect(await store.create('a/1', 'one')).toBe('created');
	expect(await store.create('a/1', 'again')).toBe('exists');
	expect(await store.list('a/')).toEqual(['a/1', 'a/2']);
	const first = await store.read('a/1');
	expect(first?.text).toBe('one');
	expect(await store.replace('a/1', 'newer', first?.version ?? '')).toBe(true);
	expect(await store.replace('a/1', 'too late', first?.version ?? '')).toBe(false);
	expect(await store.read('a/1')).toMatchObject({ text: 'newer' });
	await store.remove('a/1');
	expect(await store.read('a/1')).toBeNull();
	expect(await store.replace('a/1', 'gone', first?.version ?? '')).toBe(false);
});
