import { parseArgs } from 'node:util';
import { referenceOf } from '#application/confirming/reference.ts';
import { type Fact, whatHasHappened } from '#application/delivering/facts.ts';
import { applicationIn, type Known } from '#application/delivering/kept.ts';
import { deliveredAt } from '#application/delivering/plan.ts';
import type { Delivering, Outbox } from '#application/delivering/ports.ts';
import { run } from '#application/delivering/run.ts';
import { pictureOf, stateOf, timeOf } from './outbox-state.ts';

const usage = `npm run outbox -- COMMAND [REFERENCE] [--env FILE | --local]

  status              one screen: what waits, why, and what happens next
  list                everything that is kept, and what it waits for
  show REFERENCE      everything that has happened to one; no answers
  export REFERENCE    the answers of one, as JSON
  retry REFERENCE     sends it to the project lead again          (needs --yes)
  abandon REFERENCE   gives it up; it is deleted after a week     (needs --yes and --by NAME)
  sweep               does at once what runs every five minutes   (needs --yes)

"suspects" as REFERENCE means all that wait behind people.
Without --yes, a command that changes something says what it would do.
With --local it works on what npm start has stored; otherwise on the published site's outbox, and needs
NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file or the environment: enough for status, list and show, which then
take facts as they are. export, retry and abandon need OUTBOX_KEY as well, and sweep all of the functions' settings.`;

/** What the commands work on. */
export interface Desk {
	outbox: Outbox;
	/** Whether the outbox has its key, and so believes only what we wrote. */
	isChecked: boolean;
	now: () => number;
	/** Everything that sending needs. Throws where a setting is missing. */
	delivering: () => Delivering;
}

interface Order extends Desk {
	reference: string;
	by: string;
	print: (line: string) => void;
	/** Whether a change is to be made; says so where it is not. */
	isMeant: (change: string) => boolean;
}

const commands: Record<string, (order: Order) => Promise<void>> = {
	async status({ outbox, now, isChecked, print }) {
		const states = (await all(outbox)).map((known) => stateOf(known, now(), isChecked));
		const [sweep, tidy] = await Promise.all([
			outbox.lastReport('sweep'),
			outbox.lastReport('tidy'),
		]);
		const latest = { sweep: sweep?.at ?? null, tidy: tidy?.at ?? null };
		for (const line of pictureOf(states, latest, now())) print(line);
	},
	async list({ outbox, now, isChecked, print }) {
		const states = (await all(outbox)).map((known) => stateOf(known, now(), isChecked));
		for (const { reference, since, text } of states) {
			print(`${reference}  since ${timeOf(since)}: ${text}`);
		}
		print(`${states.length} kept${isChecked ? '' : '; without OUTBOX_KEY nothing is checked'}`);
	},
	async show({ reference, outbox, now, isChecked, print }) {
		for (const known of await chosen(reference, outbox)) {
			for (const { at, ...what } of known.facts.toSorted((one, other) => one.at - other.at)) {
				print(`${new Date(at).toISOString()} ${JSON.stringify(what)}`);
			}
			print(stateOf(known, now(), isChecked).text);
		}
	},
	async export({ reference, outbox, print }) {
		for (const { kept } of await chosen(reference, outbox)) {
			if (kept === 'unreadable')
				throw new Error('it cannot be opened: see OUTBOX_KEY in docs/operations.md');
			print(JSON.stringify(kept.kind === 'digest' ? kept.members : kept.application, null, '\t'));
		}
	},
	async retry(order) {
		await decide(order, 'send to the project lead again', ({ facts }, at) => {
			const { releases } = whatHasHappened(facts).mails.lead;
			return { kind: 'released', mail: 'lead', n: releases + 1, at };
		});
	},
	async abandon(order) {
		if (!order.by) throw new Error('say who decides it: --by NAME');
		await decide(order, `give up, as ${order.by} has decided,`, (_known, at) => {
			return { kind: 'abandoned', at, by: order.by };
		});
	},
	async sweep({ delivering, print, isMeant }) {
		if (!isMeant('take every waiting application one step on')) return;
		const ran = await run('sweep', delivering(), Number.POSITIVE_INFINITY);
		if (ran.kind === 'failed') throw new Error('the sweep could not go on', { cause: ran.error });
		const { waiting = 0, behind = 0, problems } = ran.report;
		print(`${waiting} waited, ${behind} behind them; problems: ${JSON.stringify(problems)}`);
	},
};

/** Writes a decision down beside each of the chosen, and says what it came to. */
async function decide(
	{ reference, outbox, now, isChecked, print, isMeant }: Order,
	what: string,
	factOf: (known: Known, at: number) => Fact,
): Promise<void> {
	const those = await chosen(reference, outbox);
	if (!isMeant(`${what} ${those.map(({ id }) => referenceOf(id)).join(', ')}`)) return;
	for (const known of those) {
		// A decision is about all that has happened, even what the provider's clock puts a little later.
		const at = Math.max(now(), ...known.facts.map((fact) => fact.at + 1));
		const fact = factOf(known, at);
		if (fact.kind === 'released' && known.kept === 'unreadable') {
			throw new Error(
				`${referenceOf(known.id)} cannot be opened, so it cannot be sent: see OUTBOX_KEY`,
			);
		}
		const outcome = await outbox.record(known.id, fact);
		await outbox.enqueue(known.id, 'people');
		const found = await outbox.look(known.id);
		const state = found ? stateOf(found, at, isChecked).text : 'no longer kept';
		const done = outcome === 'recorded' ? 'Done' : 'Somebody else was first';
		print(`${done}: ${referenceOf(known.id)} is now: ${state}`);
	}
}

/**
 * Runs one command of `npm run outbox` and returns its exit code. Throws where it cannot.
 *
 * @param args as they are written on the command line
 */
export async function runCommand(
	args: readonly string[],
	desk: Desk,
	print: (line: string) => void,
): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			local: { type: 'boolean', default: false },
			yes: { type: 'boolean', default: false },
			by: { type: 'string', default: '' },
			// Read before, by whoever made the desk.
			env: { type: 'string' },
		},
	});
	const [name = '', reference = ''] = positionals;
	const command = commands[name];
	if (!command) {
		print(usage);
		return 2;
	}
	const isMeant = (change: string) => {
		if (!values.yes) print(`Would ${change}. Say --yes to do it.`);
		return values.yes;
	};
	await command({ ...desk, reference, by: values.by, print, isMeant });
	return 0;
}

async function all(outbox: Outbox): Promise<Known[]> {
	const found = await Promise.all((await outbox.kept()).map((id) => outbox.look(id)));
	return found.filter((known) => known !== null);
}

/** The application or digest with a reference, or all suspects that are not delivered. */
async function chosen(reference: string, outbox: Outbox): Promise<Known[]> {
	const isMeant =
		reference === 'suspects'
			? isWaitingSuspect
			: ({ id }: Known) => referenceOf(id) === reference.toUpperCase();
	const found = (await all(outbox)).filter(isMeant);
	if (found.length === 0) throw new Error(`nothing with the reference "${reference}" is kept`);
	return found;
}

function isWaitingSuspect(known: Known): boolean {
	if (!applicationIn(known)?.suspicions.length) return false;
	const { mails, abandonedAt } = whatHasHappened(known.facts);
	return abandonedAt === undefined && deliveredAt(mails.lead) === undefined;
}
