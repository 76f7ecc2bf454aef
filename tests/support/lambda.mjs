// Runs one packed function as AWS Lambda does, through Netlify's own bootstrap. The folder that it lies in is the
// working directory. Plain JavaScript, since it runs on the Node of the platform. Reads an event from its
// standard input and writes the answer to its output, with what the process took until then; what the function logs
// goes to the other one.
import { PassThrough } from 'node:stream';
import { json, text } from 'node:stream/consumers';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

console.log = console.error;

let answer = {};
globalThis.awslambda = {
	streamifyResponse: (handler) => handler,
	HttpResponseStream: {
		from(stream, { statusCode, multiValueHeaders = {} }) {
			answer = { status: statusCode, headers: multiValueHeaders };
			return stream;
		},
	},
};

const { ago, ...event } = await json(process.stdin);
const { now } = Date;
Date.now = () => now() - ago;
const entry = join(process.cwd(), '___netlify-entry-point.mjs');
const { handler } = await import(pathToFileURL(entry).href);
const body = new PassThrough();
const whole = text(body);
await handler(event, body, {
	awsRequestId: 'request',
	callbackWaitsForEmptyEventLoop: false,
	clientContext: {},
	getRemainingTimeInMillis: () => 30_000,
});
answer.body = await whole;
const { user, system } = process.cpuUsage();
const took = { processor: (user + system) / 1000, megabytes: process.memoryUsage.rss() / 2 ** 20 };
process.stdout.write(JSON.stringify({ ...answer, took }));
