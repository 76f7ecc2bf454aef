import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '../support/journey.ts';

// The servers of the platform's own tools die of some of these, and would take a test or an afternoon along.
const odd = {
	'a broken percent sign': 'GET /% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
	'no sound host': 'GET / HTTP/1.1\r\nHost: %%%\r\nConnection: close\r\n\r\n',
	'no path': 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
	'what is no HTTP': 'hello\r\n\r\n',
};

for (const [name, message] of Object.entries(odd)) {
	test(`the local server answers 400 to ${name}`, async ({ baseURL, request }) => {
		expect(await answerTo(message, baseURL)).toMatch(/^HTTP\/1\.1 400 /);
		expect((await request.get('/')).status()).toBe(200);
	});
}

test('the local server survives a body that breaks off', async ({ baseURL, request }) => {
	const socket = connect(portOf(baseURL), '127.0.0.1');
	socket.write(
		'POST /ansoeg/tjek HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nname=',
	);
	await once(socket, 'connect');
	socket.destroy();
	expect((await request.get('/')).status()).toBe(200);
});

test('the local server refuses a body that Netlify would refuse', async ({ request }) => {
	const response = await request.post('/ansoeg/tjek', { data: Buffer.alloc(7 * 1024 * 1024) });
	expect(response.status()).toBe(413);
	expect((await request.get('/')).status()).toBe(200);
});

async function answerTo(message: string, baseURL: string | undefined): Promise<string> {
	const socket = connect(portOf(baseURL), '127.0.0.1');
	socket.write(message);
	const chunks: Buffer[] = [];
	for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks).toString('latin1');
}

function portOf(baseURL: string | undefined): number {
	return Number(new URL(baseURL ?? '').port);
}
