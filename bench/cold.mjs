// One cold process, as Netlify starts it: its bootstrap, the function, one request. Plain JavaScript, so that
// no type is stripped in the time that is measured. Prints what it took as JSON.
import { PassThrough } from 'node:stream';

const { FILE, BOOTSTRAP, BODY = '', ROUTE = '/x' } = process.env;
const begun = performance.now();

/** With Netlify's bootstrap, which imports the function with the first request. */
async function throughBootstrap() {
	globalThis.awslambda = {
		streamifyResponse: (handle) => handle,
		HttpResponseStream: { from: (stream, head) => Object.assign(stream, { head }) },
	};
	const { handler } = await import(BOOTSTRAP);
	const booted = performance.now();
	const stream = new PassThrough();
	stream.resume();
	const event = {
		rawUrl: `https://x.example${ROUTE}`,
		httpMethod: 'PATCH',
		headers: {},
		isBase64Encoded: false,
		route: ROUTE,
		flags: {},
	};
	await handler(event, stream, { awsRequestId: '1', getRemainingTimeInMillis: () => 10_000 });
	return {
		first: performance.now() - booted,
		status: stream.head.statusCode,
		rss: process.memoryUsage.rss(),
	};
}

/** Without it: the import, and the answer to one post. What goes on after the answer is not waited for. */
async function alone() {
	const { default: answer } = await import(FILE);
	const imported = performance.now();
	if (!BODY) return { imported: imported - begun, rss: process.memoryUsage.rss() };
	const request = new Request('https://x.example/ansoeg/send', {
		method: 'POST',
		headers: {
			'Content-Type': 'application/x-www-form-urlencoded',
			'Sec-Fetch-Site': 'same-origin',
		},
		body: BODY,
	});
	const response = await answer(request, { deploy: { context: '' }, waitUntil: () => undefined });
	const answered = performance.now();
	return {
		imported: imported - begun,
		answered: answered - begun,
		status: response.status,
		rss: process.memoryUsage.rss(),
	};
}

const result = BOOTSTRAP ? await throughBootstrap() : await alone();
process.stdout.write(`\n${JSON.stringify(result)}`, () => process.exit(0));
