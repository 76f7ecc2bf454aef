import type { Problem } from '#application/letters/alarm.ts';
import { longestClaim } from './accept.ts';
import { raiseAlarms } from './alarms.ts';
import { decide, retention } from './decide.ts';
import { day, deliveredAt, type Delivery, type Entry } from './entry.ts';
import { type Ports, Unreadable } from './ports.ts';
import { firstReport, type Recipient, recipients, type Report } from './report.ts';
import { callRoll, isCalled } from './roll-call.ts';
import { sendDue, twice } from './send.ts';

/** Entries that are read or changed at the same time: each takes a call or two to the storage. */
const atOnce = 50;

/** Where more entries are stored, an acceptance does not read them to find out whether there is room for all e-mails. */
const mostForHeadStart = 50;

/** An entry that has disappeared is a problem for so long, in milliseconds. */
const missed = 3 * day;

/**
 * One round over the outbox, every five minutes: sends what is due, reports to a person what is stuck, deletes what
 * is over. It may be cut off anywhere, and two may run at the same time: each change is a compare-and-swap on one
 * entry, and an attempt is stored before it is made. Never throws: a background function has no caller.
 *
 * @param deadline no step begins after it, in milliseconds since 1970
 * @param found problems that the caller has seen
 */
export async function processOutbox(
	ports: Ports,
	deadline: number,
	found: readonly Problem[] = [],
): Promise<{ kind: 'done'; report: Report } | { kind: 'failed'; error: unknown }> {
	const problems = new Map<string, readonly Problem[]>(found.map((one) => [one, [one]]));
	try {
		return { kind: 'done', report: await round(ports, deadline, problems) };
	} catch (error) {
		problems.set('outbox', ['failed']);
		await raiseAlarms(problems, {}, ports, ports.clock.now()).catch(() => undefined);
		return { kind: 'failed', error };
	}
}

/**
 * Sends at once what is due for one entry, right after it was accepted: the same step as in a round. Where many are
 * stored, this is its letter to the project lead, if there is room for any number; the round sends the rest.
 */
export async function headStart(id: string, ports: Ports): Promise<void> {
	const ids = await ports.outbox.names('entry').catch(() => null);
	const isFew = ids !== null && ids.length <= mostForHeadStart;
	if (!isFew && ports.perDay !== null) return;
	const { entries } = await readAll(new Set(isFew ? [...ids, id] : [id]), ports);
	await sendDue(
		entries,
		ports,
		Number.POSITIVE_INFINITY,
		({ entry, attempt }) =>
			entry.id === id && (isFew || (attempt.email === 'lead' && entry.marks.length === 0)),
	);
}

async function round(
	ports: Ports,
	deadline: number,
	problems: Map<string, readonly Problem[]>,
): Promise<Report> {
	const { outbox, clock } = ports;
	const at = clock.now();
	const [ids, last = firstReport] = await twice(() =>
		Promise.all([outbox.names('entry'), outbox.read('round', 'last')]),
	);
	const read = await readAll(new Set([...ids, ...Object.keys(last.known)]), ports);
	const sent = await sendDue(read.entries, ports, at + 0.7 * (deadline - at));
	const { entries } = sent;

	const now = clock.now();
	for (const [id, problem] of read.unread) problems.set(id, [problem]);
	for (const entry of entries) {
		const { id } = entry;
		const all = decide(entry, now).problems.map((one) =>
			one === 'undelivered' ? (sent.late.get(id) ?? one) : one,
		);
		problems.set(id, sent.failed.has(id) ? [...all, 'failed'] : all);
	}
	const missing = read.missing.filter((id) => now - (last.known[id] ?? 0) < missed);
	for (const id of missing) problems.set(id, ['missing']);
	for (const recipient of recipients) {
		if (isLost(recipient, last.notices[recipient], entries, now)) {
			problems.set(recipient, ['notice']);
		}
	}
	const { called, isRefused } = await callRoll(entries, problems, last.called, ports, now);
	if (isRefused) problems.set('roll-call', ['roll-call']);

	const isOver = (entry: Entry) => {
		const { overSince = Number.POSITIVE_INFINITY } = decide(entry, now);
		return (
			now >= overSince && (isCalled(entry.acceptedAt, called, now) || now >= overSince + retention)
		);
	};
	const gone = entries.filter((entry) => entry.emptiedAt !== undefined || isOver(entry));
	await each(gone, async ({ id, emptiedAt }) => {
		try {
			if (emptiedAt !== undefined) {
				// Until then a press can come to it.
				if (now - emptiedAt >= longestClaim) await outbox.remove('entry', id);
				return;
			}
			if (clock.now() >= deadline) return;
			// Answers and letters are removed from an entry that is still over.
			await outbox.change('entry', id, (standing) => {
				if (!standing || !isOver(standing)) return undefined;
				const { application, ...rest } = standing;
				return { ...rest, emails: {}, emptiedAt: now };
			});
		} catch {
			problems.set(id, ['failed']);
		}
	});

	const { alarmed, refused } = await raiseAlarms(problems, last.alarmed, ports, now);
	const waiting = entries.filter(isWaiting).map(({ acceptedAt }) => acceptedAt);
	const stored = [...entries.map(({ id }) => id), ...read.unread.keys()];
	const goneIds = new Set(gone.map(({ id }) => id));
	const known = [
		...missing.map((id) => [id, last.known[id]] as const),
		...stored.flatMap((id) => (goneIds.has(id) ? [] : [[id, now] as const])),
	];
	const report: Report = {
		at,
		waiting: waiting.length,
		...(waiting.length > 0 && { oldest: Math.min(...waiting) }),
		problems: { ...countsOf(problems), ...(refused > 0 && { alarm: refused }) },
		called,
		alarmed,
		known: Object.fromEntries(known) as Report['known'],
		notices: last.notices,
	};
	// Delivery events of alarms and roll calls are stored in it meanwhile.
	await outbox.change('round', 'last', (standing = last) => ({
		...report,
		notices: standing.notices,
	}));
	// Once a day: it reads all of them. What fails is done on another day.
	const isFirstOfDay = Math.floor(at / day) > Math.floor(last.at / day);
	if (isFirstOfDay) await forget(new Set(stored), ports, now).catch(() => undefined);
	return report;
}

/** Whether the latest alarm or roll call to a recipient came back: for two days, or until another e-mail arrives. */
function isLost(
	recipient: Recipient,
	event: Delivery | undefined,
	entries: readonly Entry[],
	now: number,
): boolean {
	if (!event || event.kind === 'delivered' || now - event.at >= 2 * day) return false;
	const isReached = ({ emails: { lead } }: Entry) => (deliveredAt(lead) ?? 0) > event.at;
	return recipient !== 'lead' || !entries.some(isReached);
}

/** Removes what was last seen 30 days ago and leads to nothing that is stored. */
async function forget(stored: ReadonlySet<string>, { outbox }: Ports, now: number): Promise<void> {
	await each(await outbox.names('seen'), async (name) => {
		// What was stored at this moment may be read as if it were not there.
		const all = await outbox.read('seen', name);
		const isOld = all?.every(({ id, at }) => at < now - 30 * day && !stored.has(id));
		if (isOld) await outbox.remove('seen', name);
	});
}

/** What is stored, what could not be read and why, and what is not there. */
async function readAll(ids: ReadonlySet<string>, { outbox }: Ports) {
	const entries: Entry[] = [];
	const unread = new Map<string, 'unreadable' | 'failed'>();
	const missing: string[] = [];
	await each([...ids], async (id) => {
		try {
			const entry = await twice(() => outbox.read('entry', id));
			if (entry) entries.push(entry);
			else missing.push(id);
		} catch (error) {
			unread.set(id, error instanceof Unreadable ? 'unreadable' : 'failed');
		}
	});
	return { entries, unread, missing };
}

/** Whether the provider has not accepted the project lead's letter yet. */
function isWaiting({ emails: { lead }, discarded }: Entry): boolean {
	return !!lead && !discarded && lead.acceptedAt === undefined && lead.deliveredAt === undefined;
}

function countsOf(problems: ReadonlyMap<string, readonly Problem[]>): Report['problems'] {
	const counts: Record<string, number> = {};
	for (const problem of [...problems.values()].flat()) counts[problem] = (counts[problem] ?? 0) + 1;
	return counts;
}

async function each<Item>(
	items: readonly Item[],
	work: (item: Item) => Promise<void>,
): Promise<void> {
	const left = items.values();
	const worker = async () => {
		for (const item of left) await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
