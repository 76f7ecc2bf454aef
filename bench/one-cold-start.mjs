// One cold process, as Netlify starts it: its bootstrap, the function, one request that is refused. Plain
// JavaScript, so that no type is stripped in the time that is measured. Prints what it took as JSON.
import { PassThrough } from 'node:stream';

globalThis.awslambda = {
	streamifyResponse: (handle) => handle,
	HttpResponseStream: { from: (stream, head) => Object.assign(stream, { head }) },
};
const { handler } = await import(process.argv[2]);
const stream = new PassThrough();
stream.resume();
const event = {
	rawUrl: 'https://x.example/x',
	httpMethod: 'PATCH',
	headers: {},
	isBase64Encoded: false,
	route: '/x',
	flags: {},
};
await handler(event, stream, { awsRequestId: '1', getRemainingTimeInMillis: () => 10_000 });
const { user, system } = process.cpuUsage();
const megabytes = process.memoryUsage.rss() / 2 ** 20;
const result = JSON.stringify({ processor: (user + system) / 1000, megabytes });
process.stdout.write(`\n${result}`, () => process.exit(0));
