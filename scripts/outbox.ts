// Shows what lies in the outbox, and lets a person settle what is stuck. `npm run outbox` runs it;
// docs/operations.md says when to use which command.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';
import type { Delivering } from '#lib/application/deliver.ts';
import { type Action, whatNow } from '#lib/application/delivery.ts';
import { whatHasHappened } from '#lib/application/facts.ts';
import { referenceOf } from '#lib/application/reference.ts';
import { sweep } from '#lib/application/sweep.ts';
import { environment } from '#netlify/adapters/env.ts';
import { services } from '#netlify/adapters/services.ts';
import { localEnvironment } from './local-environment.ts';

const usage = `npm run outbox -- COMMAND [REFERENCE] [--local]

  list                      every kept application, and what it waits for
  show REFERENCE            everything that has happened to one; no answers
  export REFERENCE          one application with its answers, as JSON
  retry REFERENCE           sends it to the project lead again, now   (needs --yes)
  abandon REFERENCE         gives it up; it is deleted after a week   (needs --yes and --by NAME)
  sweep                     does at once what runs every 5 minutes    (needs --yes)

Without --yes, a command that changes something says what it would do.
With --local it works on what npm start has stored; otherwise on the published site's outbox, and needs
NETLIFY_SITE_ID, NETLIFY_AUTH_TOKEN and the functions' settings in the environment.`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		local: { type: 'boolean', default: false },
		yes: { type: 'boolean', default: false },
		by: { type: 'string' },
	},
});
const [command = '', wanted = ''] = positionals;

const blobs = values.local ? await localBlobs() : null;
try {
	await run(services(environment(), values.local ? 'local' : 'production', publishedSite()));
} finally {
	await blobs?.stop();
}

async function run(ports: Delivering): Promise<void> {
	const { outbox, clock } = ports;
	switch (command) {
		case 'list': {
			const ids = await outbox.kept();
			for (const id of ids) console.log(`${referenceOf(id)}  ${await stateOf(id, ports)}`);
			console.log(`${ids.length} kept`);
			return;
		}
		case 'show': {
			const id = await idOf(wanted, ports);
			const facts = await outbox.facts(id);
			for (const fact of facts.toSorted((one, other) => one.at - other.at)) {
				const { at, ...what } = fact;
				console.log(new Date(at).toISOString(), JSON.stringify(what));
			}
			console.log(await stateOf(id, ports));
			return;
		}
		case 'export': {
			const kept = await outbox.read(await idOf(wanted, ports));
			console.log(JSON.stringify(kept, null, '\t'));
			return;
		}
		case 'retry': {
			const id = await idOf(wanted, ports);
			if (!isMeant(`send ${wanted} to ${ports.projectLead} again`)) return;
			const { releases } = whatHasHappened(await outbox.facts(id)).mails.lead;
			const fact = { kind: 'released', mail: 'lead', n: releases + 1, at: clock.now() } as const;
			await outbox.record(id, fact);
			await outbox.enqueue(id);
			return;
		}
		case 'abandon': {
			const id = await idOf(wanted, ports);
			if (!values.by) throw new Error('say who decides it: --by NAME');
			if (!isMeant(`give up ${wanted}, on the decision of ${values.by}`)) return;
			await outbox.record(id, { kind: 'abandoned', at: clock.now(), by: values.by });
			await outbox.enqueue(id);
			return;
		}
		case 'sweep': {
			if (!isMeant('take every waiting application one step on')) return;
			const { waiting, problems } = await sweep(ports, Number.POSITIVE_INFINITY);
			console.log(`${waiting} waited, ${problems.size} with problems`);
			return;
		}
		default:
			console.log(usage);
			process.exitCode = 2;
	}
}

function isMeant(change: string): boolean {
	console.log(values.yes ? `Done: ${change}.` : `Would ${change}. Say --yes to do it.`);
	return values.yes;
}

async function idOf(reference: string, { outbox }: Delivering): Promise<string> {
	const id = (await outbox.kept()).find((each) => referenceOf(each) === reference.toUpperCase());
	if (!id) throw new Error(`no application with the reference "${reference}" is kept`);
	return id;
}

async function stateOf(id: string, { outbox, clock }: Delivering): Promise<string> {
	const kept = await outbox.read(id).catch(() => null);
	if (!kept) return 'cannot be opened: see OUTBOX_KEY in docs/operations.md';
	const actions = whatNow(whatHasHappened(await outbox.facts(id)), {
		acceptedAt: kept.acceptedAt,
		now: clock.now(),
	});
	return actions.map(textOf).join(', ') || 'delivered; waits for its deletion';
}

function textOf(action: Action): string {
	switch (action.kind) {
		case 'send':
			return `${action.mail}: to be sent, try ${action.attempt.n}`;
		case 'look-up':
			return `${action.mail}: accepted by the provider, not yet confirmed`;
		case 'wait':
			return `next step ${new Date(action.until).toISOString()}`;
		case 'alert':
			return `ALARM ${action.problem}`;
		case 'delete':
			return 'to be deleted';
		default:
			return action satisfies never;
	}
}

/** Opens the folder in which `npm start` keeps its blobs; it may run meanwhile. */
async function localBlobs(): Promise<BlobsServer> {
	Object.assign(process.env, localEnvironment('http://localhost:8889'));
	const directory = join(process.cwd(), '.netlify/local/8888/.netlify/blobs-serve');
	const server = new BlobsServer({ directory, token: 'local' });
	const { port } = await server.start();
	const edgeURL = `http://localhost:${port}`;
	setEnvironmentContext({ edgeURL, uncachedEdgeURL: edgeURL, siteID: '0', token: 'local' });
	return server;
}

function publishedSite(): { siteID?: string; token?: string } {
	const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = process.env;
	return { ...(siteID && { siteID }), ...(token && { token }) };
}
