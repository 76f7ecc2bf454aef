import { parseArgs } from 'node:util';
import type { Delivering } from '#application/delivering/deliver.ts';
import { type Action, whatNow } from '#application/delivering/plan.ts';
import { whatHasHappened } from '#application/delivering/facts.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { sweep } from '#application/delivering/sweep.ts';

const usage = `npm run outbox -- COMMAND [REFERENCE] [--local]

  list                every kept application, and what it waits for
  show REFERENCE      everything that has happened to one; no answers
  export REFERENCE    the answers of one, as JSON
  retry REFERENCE     sends it to the project lead again          (needs --yes)
  abandon REFERENCE   gives it up; it is deleted after a week     (needs --yes and --by NAME)
  sweep               does at once what runs every five minutes   (needs --yes)

Without --yes, a command that changes something says what it would do.
With --local it works on what npm start has stored; otherwise on the published site's outbox, and needs
NETLIFY_SITE_ID, NETLIFY_AUTH_TOKEN and the functions' settings in the environment.`;

interface Order {
	reference: string;
	by: string;
	ports: Delivering;
	print: (line: string) => void;
	/** Whether a change is to be made; says what it is either way. */
	isMeant: (change: string) => boolean;
}

const commands: Record<string, (order: Order) => Promise<void>> = {
	async list({ ports, print }) {
		const ids = await ports.outbox.kept();
		for (const id of ids) print(`${referenceOf(id)}  ${await stateOf(id, ports)}`);
		print(`${ids.length} kept`);
	},
	async show({ reference, ports, print }) {
		const id = await idOf(reference, ports);
		const facts = await ports.outbox.facts(id);
		for (const { at, ...what } of facts.toSorted((one, other) => one.at - other.at)) {
			print(`${new Date(at).toISOString()} ${JSON.stringify(what)}`);
		}
		print(await stateOf(id, ports));
	},
	async export({ reference, ports, print }) {
		const kept = await ports.outbox.read(await idOf(reference, ports));
		print(JSON.stringify(kept?.application, null, '\t'));
	},
	async retry({ reference, ports, isMeant }) {
		const { outbox, clock, projectLead } = ports;
		const id = await idOf(reference, ports);
		if (!isMeant(`send ${reference} to ${projectLead} in the next round`)) return;
		const { releases } = whatHasHappened(await outbox.facts(id)).mails.lead;
		const at = clock.now();
		await outbox.record(id, { kind: 'released', mail: 'lead', n: releases + 1, at });
		await outbox.enqueue(id);
	},
	async abandon({ reference, by, ports, isMeant }) {
		const { outbox, clock } = ports;
		const id = await idOf(reference, ports);
		if (!by) throw new Error('say who decides it: --by NAME');
		if (!isMeant(`give up ${reference}, as ${by} has decided`)) return;
		await outbox.record(id, { kind: 'abandoned', at: clock.now(), by });
		await outbox.enqueue(id);
	},
	async sweep({ ports, print, isMeant }) {
		if (!isMeant('take every waiting application one step on')) return;
		const { waiting, problems } = await sweep(ports, Number.POSITIVE_INFINITY);
		print(`${waiting} waited, ${problems.size} with problems`);
	},
};

/**
 * Runs one command of `npm run outbox` and returns its exit code. Throws where it cannot.
 *
 * @param args as they are written on the command line
 */
export async function runCommand(
	args: readonly string[],
	ports: Delivering,
	print: (line: string) => void,
): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			local: { type: 'boolean', default: false },
			yes: { type: 'boolean', default: false },
			by: { type: 'string', default: '' },
		},
	});
	const [name = '', reference = ''] = positionals;
	const command = commands[name];
	if (!command) {
		print(usage);
		return 2;
	}
	const isMeant = (change: string) => {
		print(values.yes ? `Doing it: ${change}.` : `Would ${change}. Say --yes to do it.`);
		return values.yes;
	};
	await command({ reference, by: values.by, ports, print, isMeant });
	return 0;
}

async function idOf(reference: string, { outbox }: Delivering): Promise<string> {
	const id = (await outbox.kept()).find((each) => referenceOf(each) === reference.toUpperCase());
	if (!id) throw new Error(`no application with the reference "${reference}" is kept`);
	return id;
}

async function stateOf(id: string, { outbox, clock }: Delivering): Promise<string> {
	const kept = await outbox.read(id).catch(() => null);
	if (!kept) return 'cannot be opened: see OUTBOX_KEY in docs/operations.md';
	const history = whatHasHappened(await outbox.facts(id));
	const actions = whatNow(history, { acceptedAt: kept.acceptedAt, now: clock.now() });
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
