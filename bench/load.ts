import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from '@netlify/functions';
import { referenceOf } from '#application/confirming/reference.ts';
import { aConfirmed } from './applicant.ts';
import { percentile } from './measure.ts';
import type { Part } from './report.ts';
import { type Servers, startServers } from './servers.ts';

const atOnce = 50;
const seconds = 60;

type Handler = (request: Request, context: Context) => Promise<Response>;

interface Run {
	times: number[];
	errors: number;
	/** The ids that got a receipt. */
	receipts: string[];
	seconds: number;
	/** Calls to the storage, and to the mail server. */
	calls: { storage: number; mail: number };
}

/** Fifty applicants at once for a minute, in one process: the function as it is bundled, and the yardstick. */
export async function measure(): Promise<Omit<Part, 'at'>> {
	const write = console.log;
	const runs: { name: string; run: Run; lost: number; doubled: number }[] = [];
	for (const [name, file] of [
		['hand-written', 'bench/handlers/hand-written.mjs'],
		['submit-application', 'build/functions/submit-application.mjs'],
	] as const) {
		const servers = await startServers();
		Object.assign(process.env, servers.environment);
		const { default: answer } = (await import(pathToFileURL(resolve(file)).href)) as {
			default: Handler;
		};
		// Its log would be all that this prints.
		console.log = () => undefined;
		const { calls, stop } = countCalls(servers);
		const run = await press(answer, servers, calls).finally(() => {
			console.log = write;
			stop();
		});
		const kept = name === 'submit-application' ? new Set(await servers.kept()) : null;
		const lost = kept ? run.receipts.filter((id) => !kept.has(id)).length : 0;
		const doubled = kept ? await doubledIn(servers, run) : 0;
		runs.push({ name, run, lost, doubled });
		servers.stop();
	}
	const rate = ({ receipts, seconds: took }: Run) => receipts.length / took;
	const yardstick = runs[0] ? rate(runs[0].run) : Number.NaN;
	return {
		title: 'Under load',
		sections: [
			{
				title: `${atOnce} applicants at once for ${seconds} seconds`,
				text: 'One warm process, with the storage and the mail server in another on the same machine, and all work after the answer included: to the project lead goes an e-mail for each. Lost: a receipt without an application that is kept. Doubled: two e-mails to the project lead about one application. The processor that the storage takes sets the pace: Netlify’s local server of it, whose writes take turns here, and which reads every application of the hour when they are counted. The hand-written handler sends one e-mail and writes nothing down about it; this one writes each try down before and after it, and counts the hour’s applications before it sends a receipt, until it knows that they are too many for receipts.',
				head: [
					'function',
					'accepted',
					'a second',
					'ratio',
					'p50 ms',
					'p99 ms',
					'storage calls each',
					'e-mails each',
					'errors',
					'lost',
					'doubled',
				],
				rows: runs.map(({ name, run, lost, doubled }) => [
					name,
					run.receipts.length,
					rate(run).toFixed(0),
					(rate(run) / yardstick).toFixed(2),
					percentile(run.times, 50).toFixed(0),
					percentile(run.times, 99).toFixed(0),
					(run.calls.storage / run.times.length).toFixed(1),
					(run.calls.mail / run.times.length).toFixed(1),
					run.errors,
					name === 'hand-written' ? '–' : lost,
					name === 'hand-written' ? '–' : doubled,
				]),
			},
		],
	};
}

/** Counts what this process asks of the servers. */
function countCalls({ mail }: Servers): { calls: Run['calls']; stop: () => void } {
	const calls = { storage: 0, mail: 0 };
	const plain = globalThis.fetch;
	globalThis.fetch = (input, init) => {
		const url = input instanceof Request ? input.url : String(input);
		calls[url.startsWith(mail) ? 'mail' : 'storage'] += 1;
		return plain(input, init);
	};
	return { calls, stop: () => (globalThis.fetch = plain) };
}

async function press(answer: Handler, { environment }: Servers, calls: Run['calls']): Promise<Run> {
	const run: Run = { times: [], errors: 0, receipts: [], seconds: 0, calls };
	const begun = performance.now();
	const end = begun + seconds * 1000;
	const applicant = async () => {
		while (performance.now() < end) {
			const { id, body } = aConfirmed(environment.FORM_SECRET ?? '');
			const afterwards: Promise<unknown>[] = [];
			const asked = performance.now();
			const response = await answer(
				new Request('https://x.example/ansoeg/send', {
					method: 'POST',
					headers: {
						'Content-Type': 'application/x-www-form-urlencoded',
						'Sec-Fetch-Site': 'same-origin',
					},
					body,
				}),
				{
					deploy: { context: '' },
					waitUntil: (work: Promise<unknown>) => afterwards.push(work),
				} as unknown as Context,
			).catch(() => null);
			run.times.push(performance.now() - asked);
			if (response?.status === 303) run.receipts.push(id);
			else run.errors += 1;
			await Promise.allSettled(afterwards);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, applicant));
	run.seconds = (performance.now() - begun) / 1000;
	return run;
}

/** How many applications the project lead was sent more than once. */
async function doubledIn({ mail }: Servers, { receipts }: Run): Promise<number> {
	const response = await fetch(`${mail}/emails`);
	const { data } = (await response.json()) as { data: readonly { subject: string }[] };
	const counts = new Map<string, number>();
	for (const { subject } of data) counts.set(subject, (counts.get(subject) ?? 0) + 1);
	const subjects = receipts.map((id) => `Ny ansøgning ${referenceOf(id)}`);
	return subjects.filter((subject) => (counts.get(subject) ?? 0) > 1).length;
}
