// What happens when many apply at once: fifty applicants, each of whom applies again as soon as there is an
// answer, with autocannon against the functions as they are bundled.
import autocannon from 'autocannon';
import { referenceOf } from '#application/confirming/id.ts';
import { blobStore } from '#netlify/adapters/store.ts';
import { paths } from '#site/paths.ts';
import { aConfirmed } from './applicant.ts';
import type { Part } from './report.ts';
import { startFunction, startServices } from './servers.ts';

const connections = 50;
const duration = 10;

export async function measure(): Promise<Omit<Part, 'at'>> {
	return {
		title: 'Under load',
		sections: [
			{
				title: `${connections} applicants at once for ${duration} seconds`,
				text: 'autocannon, with the function, and the storage with the mail server, in processes of their own on the same machine; the bare handler shows what the machine and the generator could do. Lost: a receipt without an application that is kept. Doubled: two e-mails to the project lead about one application. The storage sets the pace: Netlify’s local server of it, whose writes take turns here.',
				head: ['function', 'a second', 'p50 ms', 'p99 ms', 'errors', 'receipts', 'lost', 'doubled'],
				rows: [
					await press('bench/bare.mjs', '/'),
					await press('build/functions/check-application.mjs', paths.check),
					await press('build/functions/submit-application.mjs', paths.submit),
				],
			},
		],
	};
}

async function press(file: string, path: string): Promise<(string | number)[]> {
	const services = await startServices();
	const { environment } = services;
	const served = await startFunction(file, environment);
	const receipts: string[] = [];
	const result = await autocannon({
		url: served.url,
		connections,
		duration,
		requests: [
			{
				method: 'POST',
				path,
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				setupRequest: (request) => ({
					...request,
					body: aConfirmed(environment.FORM_SECRET ?? ''),
				}),
				onResponse: (status, _body, _context, headers) => {
					const location = (headers as { location?: string } | undefined)?.location ?? '';
					if (status === 303) receipts.push(/nr=([^.]+)/.exec(location)?.[1] ?? location);
				},
			},
		],
	});
	await served.stop();
	process.env.NETLIFY_BLOBS_CONTEXT = environment.NETLIFY_BLOBS_CONTEXT;
	const keys = await blobStore('outbox-local').list('application/');
	const kept = new Set(keys.map((key) => referenceOf(key.replace('application/', ''))));
	const sent = await fetch(`${services.mail}/emails`);
	const { data } = (await sent.json()) as { data: readonly { subject: string }[] };
	services.stop();
	const { requests, latency, errors, '4xx': refused, '5xx': broken } = result;
	return [
		file.replace(/^.*\/|\.mjs$/g, ''),
		requests.average.toFixed(0),
		latency.p50,
		latency.p99,
		errors + refused + broken,
		receipts.length,
		receipts.filter((reference) => !kept.has(reference)).length,
		receipts.filter(
			(reference) => data.filter(({ subject }) => subject.includes(` ${reference}`)).length > 1,
		).length,
	];
}
