import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '../support/journey.ts';

// Some of these crash the servers of Netlify's own tools.
const requests = {
	'an invalid percent encoding': 'GET /% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
	'an invalid host': 'GET / HTTP/1.1\r\nHost: %%%\r\nConnection: close\r\n\r\n',
	'no path': 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
	'a message that is not HTTP': 'hello\r\n\r\n',
	'an incomplete body':
		'POST /ansoeg/tjek HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nname=',
	'a body of 7 MB': `POST /ansoeg/tjek HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 7000000\r\n\r\n${'x'.repeat(7_000_000)}`,
};

for (const [name, message] of Object.entries(requests)) {
	test(`the local server survives ${name}`, async ({ baseURL, request }) => {
		const socket = connect(Number(new URL(baseURL ?? '').port), '127.0.0.1');
		socket.end(message);
		socket.resume();
		await once(socket, 'close');
		expect((await request.get('/')).status()).toBe(200);
	});
}
