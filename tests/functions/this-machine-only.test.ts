import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobsServer } from '@netlify/blobs/server';
import { expect, test } from 'vitest';
import { onThisMachineOnly } from '../../scripts/this-machine-only.ts';

/** An address that only a server on every address answers at. Linux has it without being told. */
const another = '127.0.0.2';

function answers(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, host);
		const end = (answer: boolean) => {
			socket.destroy();
			resolve(answer);
		};
		socket.on('connect', () => end(true)).on('error', () => end(false));
	});
}

test.runIf(process.platform === 'linux')(
	'what is stored on an engineer’s machine can be reached from that machine only',
	{ meta: { needs: 'this system has no second address of its own' } },
	async () => {
		const directory = await mkdtemp(join(tmpdir(), 'blobs-'));
		const open = new BlobsServer({ directory });
		const closed = new BlobsServer({ directory });
		const { port: everywhere } = await open.start();
		const { port } = await onThisMachineOnly(() => closed.start());
		expect(await answers('127.0.0.1', port)).toBe(true);
		expect(await answers(another, port)).toBe(false);
		// Without it, it can: the other line says something.
		expect(await answers(another, everywhere)).toBe(true);
		await Promise.all([open.stop(), closed.stop()]);
		await rm(directory, { recursive: true });
	},
);
