import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issuedHour, referenceOf } from '#application/confirming/id.ts';
import { inCells } from '#application/danish-date.ts';
import { decide } from '#application/outbox/decide.ts';
import { deliveredAt, type Entry, retried, withEmail } from '#application/outbox/entry.ts';
import { type Outbox, Unreadable } from '#application/outbox/ports.ts';
import { common } from './command.ts';

export const usage = `npm run outbox -- COMMAND [--env FILE | --local]

  status                       what waits, what is a problem, when the latest round ran
  list                         every application that is stored, and its state
  show REFERENCE               how far the e-mails of one have come; no answers
  export REFERENCE             the answers of one, as JSON
  export all --to FOLDER       the answers of all, one file each
  retry REFERENCE | bounced    sends it to the project lead again: one, or all that the mailbox refused
  discard REFERENCE | marked   deletes it in the next round, and sends nothing more: one, or all that the form
                               marked and that are not delivered; needs --by NAME

retry and discard print what they would do; with --yes they do it.
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
	yes: boolean;
}

/** An entry, or the id of one that cannot be opened. */
interface Found {
	id: string;
	entry: Entry | null;
}

const commands: Record<string, (order: Order) => Promise<void>> = {
	async status({ outbox, now, print }) {
		const found = await all(outbox);
		const waiting = found.filter(
			({ entry }) => !entry || decide(entry, now()).overSince === undefined,
		);
		print(
			`${found.length} stored: ${waiting.length} waiting, ${found.length - waiting.length} done`,
		);
		const { at, problems = {} } = (await outbox.read('round', 'last')) ?? {};
		for (const [problem, number] of Object.entries(problems)) {
			print(`ALARM ${problem}: ${number}; see docs/incidents.md`);
		}
		for (const each of waiting.slice(0, 10)) print(lineOf(each, now()));
		// Before any round, an event of an alarm makes a report with the time 0.
		const minutes = at ? Math.round((now() - at) / 60_000) : undefined;
		const ran =
			minutes === undefined ? 'no round has run' : `the latest round ran ${minutes} minutes ago`;
		print(
			minutes === undefined || minutes > 20
				? `nothing is sent or deleted here: ${ran}`
				: `${ran}; the next one comes within five minutes`,
		);
	},
	async list({ outbox, now, print }) {
		const found = await all(outbox);
		for (const each of found) print(lineOf(each, now()));
		print(`${found.length} stored`);
	},
	async show(order) {
		const { now, print } = order;
		for (const found of await chosen(order)) {
			print(lineOf(found, now()));
			for (const [name, { letter, ...email }] of Object.entries(found.entry?.emails ?? {})) {
				print(`  ${name}`);
				for (const [what, value] of Object.entries(email)) {
					const isTime = typeof value === 'number' && value > 1e12;
					print(`    ${what}: ${isTime ? inCells(value) : String(value)}`);
				}
			}
		}
	},
	async export(order) {
		const { print, to, which } = order;
		if (which === 'all' && !to) throw new Error('name a folder: --to FOLDER');
		if (to) await mkdir(to, { recursive: true });
		const found = await chosen(order, 'all', () => true);
		const entries = found.flatMap(({ entry }) => entry ?? []);
		for (const { id, acceptedAt, application } of entries) {
			const reference = referenceOf(id);
			const answers = { reference, accepted: inCells(acceptedAt), ...application };
			const text = JSON.stringify(answers, null, '\t');
			if (to) await writeFile(join(to, `${reference}.json`), `${text}\n`, { mode: 0o600 });
			else print(text);
		}
		if (to) print(`${entries.length} exported`);
		for (const each of found) mustBeReadable(each);
	},
	async retry(order) {
		const found = await chosen(order, 'bounced', (entry) =>
			decide(entry, order.now()).problems.includes('bounced'),
		);
		await change(order, found, 'send to the project lead again', async (each) => {
			mustBeReadable(each);
			await order.outbox.change('entry', each.id, (stored) => {
				if (!stored?.emails.lead) return undefined;
				const { discarded, ...entry } = stored;
				return withEmail(entry, 'lead', retried(stored.emails.lead));
			});
		});
	},
	async discard(order) {
		const { outbox, by, now } = order;
		if (!by) throw new Error('name who decides it: --by NAME');
		const found = await chosen(
			order,
			'marked',
			(entry) => entry.marks.length > 0 && !entry.discarded && !isDelivered(entry),
		);
		await change(order, found, `delete, as ${by} has decided,`, async ({ id, entry }) => {
			if (entry) {
				const discarded = { at: now(), by };
				await outbox.change('entry', id, (stored) => stored && { ...stored, discarded });
				return;
			}
			const others =
				'no report of a round can be opened either: is OUTBOX_KEY that of the functions?';
			if (!(await outbox.read('round', 'last'))) throw new Error(others);
			await outbox.remove('entry', id);
			await outbox.change('round', 'last', (report) => {
				if (!report) return undefined;
				const { [id]: removed, ...known } = report.known;
				return { ...report, known };
			});
		});
	},
};

/** Changes these applications where the person means it, and prints their new states. */
async function change(
	{ outbox, print, now, yes }: Order,
	found: readonly Found[],
	what: string,
	make: (found: Found) => Promise<void>,
): Promise<void> {
	if (!yes) {
		const names = found.map(({ id }) => referenceOf(id)).join(', ');
		print(`Would ${what} ${names}. Add --yes to do it.`);
		return;
	}
	for (const each of found) {
		await make(each);
		const [after] = await looked(each.id, outbox);
		print(after ? lineOf(after, now()) : `${referenceOf(each.id)} is deleted`);
	}
}

/** Reads a command line. `work` does what it asks for, unless no command has that name; it throws where it cannot. */
export function readOrder(args: readonly string[]) {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			...common,
			local: { type: 'boolean' },
			yes: { type: 'boolean', default: false },
			by: { type: 'string', default: '' },
			to: { type: 'string', default: '' },
		},
	});
	const [name = '', which = ''] = positionals;
	const command = commands[name];
	return { ...values, work: command && ((desk: Desk) => command({ ...desk, ...values, which })) };
}

/** The reference of an application, when it came, and its state. */
function lineOf({ id, entry }: Found, now: number): string {
	const [at, ...texts] = entry
		? [entry.acceptedAt, ...statesOf(entry, now)]
		: [issuedHour(id), 'ALARM unreadable'];
	return `${referenceOf(id)}  ${inCells(at)}  ${texts.join(', ')}`;
}

function statesOf(entry: Entry, now: number): string[] {
	const { attempts, problems, overSince } = decide(entry, now);
	const { marks, discarded, emails } = entry;
	const texts = [
		...problems.map((problem) => `ALARM ${problem}`),
		...attempts.map(({ email }) => `${email} is sent by the next round`),
		...(marks.length > 0 ? ['marked by the form'] : []),
	];
	if (discarded) texts.push(`discarded by ${discarded.by}; deleted by the next round`);
	else if (overSince !== undefined) texts.push(`delivered; deleted after ${inCells(overSince)}`);
	if (texts.length > 0) return texts;
	if (isDelivered(entry)) return ['delivered'];
	return [emails.lead?.acceptedAt ? 'sent' : 'waits for its next attempt'];
}

async function all(outbox: Outbox): Promise<Found[]> {
	const ids = await outbox.names('entry');
	return (await Promise.all(ids.map((id) => looked(id, outbox)))).flat();
}

/** The entry with an id, unless it is empty. */
async function looked(id: string, outbox: Outbox): Promise<Found[]> {
	try {
		const entry = await outbox.read('entry', id);
		return entry && entry.emptiedAt === undefined ? [{ id, entry }] : [];
	} catch (error) {
		if (error instanceof Unreadable) return [{ id, entry: null }];
		throw error;
	}
}

/** The application with a reference, or all of a kind where that is named. Throws where there is none. */
async function chosen(
	{ which, outbox }: Order,
	kind?: string,
	isOfKind: (entry: Entry) => boolean = () => false,
): Promise<Found[]> {
	const found = (await all(outbox)).filter(({ id, entry }) =>
		which === kind
			? kind === 'all' || (entry && isOfKind(entry))
			: referenceOf(id) === which.toUpperCase(),
	);
	if (found.length === 0) throw new Error(`nothing is stored as "${which}"`);
	return found;
}

function mustBeReadable({ id, entry }: Found): void {
	if (entry) return;
	throw new Error(`${referenceOf(id)} cannot be opened: docs/incidents.md, "unreadable"`);
}

function isDelivered({ emails: { lead } }: Entry): boolean {
	return deliveredAt(lead) !== undefined;
}
