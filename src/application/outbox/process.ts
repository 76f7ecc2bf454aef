import type { Problem } from '#application/letters/alarm.ts';
import { decide, retention } from './decide.ts';
import type { Entry } from './entry.ts';
import { callRoll, isCalled, lostNotices, raiseAlarms } from './notices.ts';
import { Unreadable } from './outbox.ts';
import type { Ports } from './ports.ts';
import { emptyReport, type Report } from './report.ts';
import { sendDue, twice } from './send.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Entries that are looked at or changed at the same time: each takes a call or two to the storage. */
const atOnce = 10;

/** Where more entries are stored, an acceptance leaves its e-mails to the next round. */
const mostForHeadStart = 50;

/** What a round came to; `failed` holds what stopped it. */
export type Processed = { kind: 'done'; report: Report } | { kind: 'failed'; error: unknown };

/**
 * One round over the outbox, every five minutes: sends what is due, reports to a person what is stuck, deletes what
 * is over. It may be cut off anywhere, and two may run at the same time: each change is a compare-and-swap on one
 * entry, and an attempt is written down before it is made. Never throws: a background function has no caller.
 *
 * @param deadline no step begins after it, in milliseconds since 1970
 * @param found problems that the caller has seen
 */
export async function processOutbox(
	ports: Ports,
	deadline: number,
	found: readonly Problem[] = [],
): Promise<Processed> {
	const problems = new Map<string, readonly Problem[]>(found.map((one) => [one, [one]]));
	try {
		return { kind: 'done', report: await round(ports, deadline, problems) };
	} catch (error) {
		const failed = new Map(problems).set('outbox', ['failed']);
		await raiseAlarms(failed, {}, ports, ports.clock.now()).catch(() => undefined);
		return { kind: 'failed', error };
	}
}

/** Sends at once what is due for one entry, right after it was accepted: the same step as in a round. */
export async function headStart(id: string, ports: Ports): Promise<void> {
	const ids = new Set([...(await ports.outbox.ids()), id]);
	if (ids.size > mostForHeadStart) return;
	const { entries } = await lookAt(ids, ports);
	await sendDue(entries, ports, Number.POSITIVE_INFINITY, id);
}

async function round(
	ports: Ports,
	deadline: number,
	problems: Map<string, readonly Problem[]>,
): Promise<Report> {
	const { outbox, clock } = ports;
	const at = clock.now();
	const last = (await outbox.report()) ?? emptyReport;
	const looked = await lookAt(new Set([...(await outbox.ids()), ...last.known]), ports);
	for (const [id, problem] of looked.unseen) problems.set(id, [problem]);
	const sent = await sendDue(looked.entries, ports, at + 0.7 * (deadline - at));
	const now = clock.now();

	const decisions = new Map(sent.entries.map((entry) => [entry, decide(entry, now)] as const));
	for (const [{ id }, decision] of decisions) {
		const all = decision.problems.map((one) =>
			one === 'undelivered' && sent.isHeldBack(id) ? 'quota' : one,
		);
		if (sent.failed.has(id)) all.push('failed');
		problems.set(id, all);
	}
	const vanished = looked.missing.filter((id) => last.known.includes(id));
	const missing = { ...Object.fromEntries(vanished.map((id) => [id, at])), ...last.missing };
	const stillMissing = Object.entries(missing).filter(([, since]) => now - since < 3 * day);
	for (const [id] of stillMissing) problems.set(id, ['missing']);
	for (const recipient of lostNotices(last.notices, sent.entries, now)) {
		problems.set(recipient, ['notice']);
	}
	const { cutSince = at } = last;
	if (sent.isCut && now - cutSince >= hour) problems.set('round', ['cut']);

	const { called, isRefused } = await callRoll(decisions, problems, last.called, ports, now);
	if (isRefused) problems.set('roll-call', ['roll-call']);
	const isOver = (entry: Entry) => {
		const { overSince = Number.POSITIVE_INFINITY } = decide(entry, now);
		return now >= overSince && (isCalled(entry.acceptedAt, called) || now >= overSince + retention);
	};
	const gone = new Set<string>();
	const failed = (id: string) => void problems.set(id, ['failed']);
	await each(sent.entries.filter(isOver), async ({ id }) => {
		if (clock.now() >= deadline) return;
		// Answers and letters are removed from an entry that is still over.
		const emptied = outbox.change(id, ({ application, ...entry }) =>
			isOver(entry) ? { ...entry, emails: {}, emptiedAt: now } : undefined,
		);
		await emptied.then(
			(entry) => entry && gone.add(id),
			() => failed(id),
		);
	});
	await each(sent.entries, async ({ id, emptiedAt }) => {
		if (emptiedAt === undefined) return;
		gone.add(id);
		// A press at the same moment finds it emptied, and begins anew.
		if (now - emptiedAt >= 2 * hour) await outbox.remove(id).catch(() => failed(id));
	});
	const stored = [...sent.entries.map(({ id }) => id), ...looked.unseen.keys()];
	await outbox.forget(now - 30 * day, new Set(stored));

	const { alarmed, refused } = await raiseAlarms(problems, last.alarmed, ports, now);
	const waiting = sent.entries.filter(isWaiting).map(({ acceptedAt }) => acceptedAt);
	const report = {
		at,
		waiting: waiting.length,
		...(waiting.length > 0 && { oldest: Math.min(...waiting) }),
		problems: { ...countsOf(problems), ...(refused > 0 && { alarm: refused }) },
		...(sent.isCut && { cutSince }),
		called,
		alarmed,
		known: stored.filter((id) => !gone.has(id)),
		missing: Object.fromEntries(stillMissing),
		notices: {},
	};
	// Delivery events of alarms and roll calls are written into it meanwhile.
	await outbox.changeReport((before) => ({ ...report, notices: (before ?? emptyReport).notices }));
	return report;
}

interface Looked {
	entries: readonly Entry[];
	/** What could not be looked at, and why. */
	unseen: ReadonlyMap<string, 'unreadable' | 'failed'>;
	missing: readonly string[];
}

async function lookAt(ids: ReadonlySet<string>, { outbox }: Ports): Promise<Looked> {
	const entries: Entry[] = [];
	const unseen = new Map<string, 'unreadable' | 'failed'>();
	const missing: string[] = [];
	await each([...ids], async (id) => {
		try {
			const entry = await twice(() => outbox.look(id));
			if (entry) entries.push(entry);
			else missing.push(id);
		} catch (error) {
			unseen.set(id, error instanceof Unreadable ? 'unreadable' : 'failed');
		}
	});
	return { entries, unseen, missing };
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
	await Promise.all(Array.from({ length: atOnce }, worker));
}
