import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issuedHour, referenceOf } from '#application/confirming/id.ts';
import { decide } from '#application/outbox/decide.ts';
import { deliveredAt, type Entry } from '#application/outbox/entry.ts';
import { type Outbox, Unreadable } from '#application/outbox/ports.ts';

export const usage = `npm run outbox -- COMMAND [--env FILE | --local]

  status                       what waits, what is a problem, when the latest round ran
  list                         every application that is stored, and its state
  show REFERENCE               how far the e-mails of one have come; no answers
  export REFERENCE             the answers of one, as JSON
  export all --to FOLDER       the answers of all, one file each
  retry REFERENCE | bounced    sends it to the project lead again: one, or all that the mailbox refused
  discard REFERENCE | marked   deletes it in the next round, and sends nothing more: one, or all that the form
                               marked and that are not delivered; needs --by NAME

retry and discard say what they would do; with --yes they do it.
--local works on what npm start stores. Otherwise it is the published site's outbox, which needs NETLIFY_SITE_ID,
NETLIFY_AUTH_TOKEN and OUTBOX_KEY in the file or the environment. Times are Danish.`;

/** What the commands work on. */
export interface Desk {
	outbox: Outbox;
	now: () => number;
	print: (line: string) => void;
}

interface Order extends Desk {
	which: string;
	by: string;
	to: string;
	isMeant: boolean;
}

/** An entry, or the id of one that cannot be opened. */
interface Found {
	id: string;
	entry: Entry | null;
}

const commands: Record<string, (order: Order) => Promise<void>> = {
	async status({ outbox, now, print }) {
		const states = (await all(outbox)).map((found) => stateOf(found, now()));
		const report = await outbox.report();
		const minutes = report.at === undefined ? null : Math.round((now() - report.at) / 60_000);
		const count = (kind: State['kind']) => states.filter((state) => state.kind === kind).length;
		print(`${states.length} stored: ${count('waiting')} waiting, ${count('done')} done`);
		for (const [problem, number] of Object.entries(report.problems)) {
			print(`ALARM ${problem}: ${number}; see docs/incidents.md`);
		}
		for (const { line } of states.filter(({ kind }) => kind === 'waiting').slice(0, 10))
			print(line);
		print(
			minutes === null || minutes > 20
				? `nothing is sent or deleted here: ${minutes === null ? 'no round has run' : `the latest round ran ${minutes} minutes ago`}`
				: `the latest round ran ${minutes} minutes ago; the next one comes within five minutes`,
		);
	},
	async list({ outbox, now, print }) {
		const found = await all(outbox);
		for (const each of found) print(stateOf(each, now()).line);
		print(`${found.length} stored`);
	},
	async show(order) {
		const { now, print } = order;
		for (const found of await chosen(order, 'one')) {
			print(stateOf(found, now()).line);
			for (const [name, { letter, ...email }] of Object.entries(found.entry?.emails ?? {})) {
				print(`  ${name}`);
				for (const [what, value] of Object.entries(email)) {
					const isTime = typeof value === 'number' && value > 1e12;
					print(`    ${what}: ${isTime ? timeOf(value) : String(value)}`);
				}
			}
		}
	},
	async export(order) {
		const { print, to, which } = order;
		if (which === 'all' && !to) throw new Error('say where: --to FOLDER');
		if (to) await mkdir(to, { recursive: true });
		const found = await chosen(order, 'all');
		const readable = found.flatMap(({ entry }) => entry ?? []);
		for (const { id, acceptedAt, application } of readable) {
			const reference = referenceOf(id);
			const answers = { reference, accepted: timeOf(acceptedAt), ...application };
			const text = JSON.stringify(answers, null, '\t');
			if (to) await writeFile(join(to, `${reference}.json`), `${text}\n`, { mode: 0o600 });
			else print(text);
		}
		if (to) print(`${readable.length} exported`);
		for (const each of found) mustBeReadable(each);
	},
	async retry(order) {
		await change(order, 'bounced', 'send to the project lead again', async (found) => {
			mustBeReadable(found);
			await order.outbox.change(found.id, ({ discarded, ...entry }) => {
				const { lead } = entry.emails;
				if (!lead) return undefined;
				const again = { ...lead, retryAfter: lead.generation };
				return { ...entry, emails: { ...entry.emails, lead: again } };
			});
		});
	},
	async discard(order) {
		const { outbox, by, now } = order;
		if (!by) throw new Error('say who decides it: --by NAME');
		await change(order, 'marked', `delete, as ${by} has decided,`, async ({ id, entry }) => {
			if (entry) {
				await outbox.change(id, (found) => ({ ...found, discarded: { at: now(), by } }));
				return;
			}
			await outbox.remove(id);
			await outbox.changeReport((report) => {
				const { [id]: removed, ...known } = report.known;
				return { ...report, known };
			});
		});
	},
};

async function change(
	order: Order,
	kind: keyof typeof kinds,
	what: string,
	make: (found: Found) => Promise<void>,
): Promise<void> {
	const { outbox, print, now, isMeant } = order;
	const those = await chosen(order, kind);
	const names = those.map(({ id }) => referenceOf(id)).join(', ');
	if (!isMeant) {
		print(`Would ${what} ${names}. Say --yes to do it.`);
		return;
	}
	for (const each of those) {
		const { id } = each;
		await make(each);
		const after = (await all(outbox)).find((found) => found.id === id);
		print(after ? stateOf(after, now()).line : `${referenceOf(id)} is deleted`);
	}
}

/**
 * Runs one command and returns its exit code: 0 done, 2 not understood. Throws where it cannot be done.
 *
 * @param args as they are written on the command line
 */
export async function runCommand(args: readonly string[], open: () => Desk): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			yes: { type: 'boolean', default: false },
			by: { type: 'string', default: '' },
			to: { type: 'string', default: '' },
		},
	});
	const [name = '', which = ''] = positionals;
	const command = commands[name];
	if (!command) return 2;
	await command({ ...open(), which, by: values.by, to: values.to, isMeant: values.yes });
	return 0;
}

interface State {
	kind: 'waiting' | 'done';
	line: string;
}

function stateOf({ id, entry }: Found, now: number): State {
	const reference = referenceOf(id);
	if (!entry) {
		const line = `${reference}  ${timeOf(issuedHour(id))}  ALARM unreadable`;
		return { kind: 'waiting', line };
	}
	const { attempts, problems, overSince } = decide(entry, now);
	const { lead } = entry.emails;
	const texts = [
		...problems.map((problem) => `ALARM ${problem}`),
		...attempts.map(({ email }) => `${email} is sent by the next round`),
		...(entry.marks.length > 0 ? ['marked by the form'] : []),
		...(overSince === undefined ? [] : [endOf(entry, overSince)]),
	];
	const waits = isDelivered(entry)
		? 'delivered'
		: lead?.acceptedAt
			? 'sent'
			: 'waits for its next attempt';
	const line = `${reference}  ${timeOf(entry.acceptedAt)}  ${texts.join(', ') || waits}`;
	return { kind: overSince === undefined ? 'waiting' : 'done', line };
}

function endOf({ discarded }: Entry, overSince: number): string {
	return discarded
		? `discarded by ${discarded.by}; deleted by the next round`
		: `delivered; deleted after ${timeOf(overSince)}`;
}

async function all(outbox: Outbox): Promise<Found[]> {
	const found = await Promise.all(
		(await outbox.ids()).map(async (id): Promise<Found[]> => {
			try {
				const entry = await outbox.look(id);
				return entry && entry.emptiedAt === undefined ? [{ id, entry }] : [];
			} catch (error) {
				if (error instanceof Unreadable) return [{ id, entry: null }];
				throw error;
			}
		}),
	);
	return found.flat();
}

/** Which applications a command may take all of. */
const kinds = {
	one: () => false,
	all: () => true,
	bounced: (entry: Entry | null, now: number) =>
		entry !== null && decide(entry, now).problems.includes('bounced'),
	marked: (entry: Entry | null) =>
		entry !== null && entry.marks.length > 0 && !entry.discarded && !isDelivered(entry),
};

/** The application with a reference, or all of the kind where that is named. Throws where there is none. */
async function chosen({ which, outbox, now }: Order, kind: keyof typeof kinds): Promise<Found[]> {
	const found = (await all(outbox)).filter(({ id, entry }) =>
		which === kind ? kinds[kind](entry, now()) : referenceOf(id) === which.toUpperCase(),
	);
	if (found.length === 0) throw new Error(`nothing is stored as "${which}"`);
	return found;
}

function mustBeReadable({ id, entry }: Found): void {
	if (entry) return;
	throw new Error(`${referenceOf(id)} cannot be opened: see OUTBOX_KEY in docs/operations.md`);
}

function isDelivered({ emails: { lead } }: Entry): boolean {
	return deliveredAt(lead) !== undefined;
}

/** Days and minutes in Danish time. */
function timeOf(time: number): string {
	return new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone: 'Europe/Copenhagen',
	}).format(time);
}
