import type { Fact } from '#application/delivering/facts.ts';
import type { Kept, Known } from '#application/delivering/kept.ts';
import type { Queue, Outbox } from '#application/delivering/ports.ts';
import type { Report } from '#application/delivering/report.ts';
import { hourOf, issuedHour } from '#application/confirming/id.ts';
import { span } from '#application/confirming/accept.ts';
import { earlierFact, earlierRecord, type EarlierRecord, isEarlierClaim } from './earlier.ts';
import type { Seal } from './seal.ts';
import { type Store, StoreUnsure } from './store.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

const folders: Record<Queue, string> = { people: 'waiting', behind: 'behind' };

/**
 * The outbox on a store of small texts. Keys:
 *
 *     application/{id}       the sealed application or digest, written once
 *     waiting/{id}           it waits for something; `behind/{id}`: behind people
 *     fact/{id}/…            what has happened to it, one small stamped record each
 *     claim/{subject}        who was first: seen/{fingerprint}/{span}, mailbox/{day}/{mailbox}, roll-call/…
 *     people/{hour}/…        who was let through as a person
 *     {about}/last           what the latest round saw, or what became of the latest alarm; the only ones that
 *                            are written over
 *
 * What is read is opened or its stamp is checked: a text that was copied, moved or written by others is not believed.
 */
export function outboxOn(store: Store, seal: Seal): Outbox {
	const keyOf = (id: string) => `application/${id}`;
	const opened = (id: string, sealed: string): { kept: Kept; isEarlier: boolean } => {
		// We sealed it ourselves: its shape is not in doubt, only its version.
		const record = JSON.parse(seal.open(sealed, keyOf(id))) as { version: number };
		if (record.version === 2) return { kept: record as Kept, isEarlier: false };
		if (record.version === 1)
			return { kept: earlierRecord(record as EarlierRecord), isEarlier: true };
		throw new Error(`a record of version ${record.version}`);
	};
	const unstamped = async (key: string) => {
		const text = await store.read(key);
		return text === null ? null : seal.unstamp(text, key);
	};
	const enqueue = async (id: string, line: Queue) => {
		await store.create(`${folders[line]}/${id}`, '1');
	};
	const settle = async (id: string) => {
		await Promise.all(Object.values(folders).map((folder) => store.remove(`${folder}/${id}`)));
	};
	const idsUnder = async (folder: string) =>
		(await store.list(`${folder}/`)).map((key) => key.slice(folder.length + 1));

	return {
		async claim(subject, holder) {
			const key = `claim/${subject}`;
			await store.create(key, seal.stamp(holder, key));
			const found = await unstamped(key);
			if (!found) throw new StoreUnsure('a claim cannot be read back');
			return found;
		},
		async holder(subject) {
			const key = `claim/${subject}`;
			const text = await store.read(key);
			if (text === null || isEarlierClaim(key)) return text;
			return attempt(() => seal.unstamp(text, key));
		},
		async keep(kept) {
			const key = keyOf(kept.id);
			const sealed = seal.seal(JSON.stringify(kept), key);
			const isBehind = kept.kind === 'application' && kept.suspicions.length > 0;
			// At the same time, since a receipt needs both. Cut off in between, an application without its place
			// in the line is one that nobody has a receipt for, and the hourly round takes it up. A digest that no
			// sweep sees would bring its members a second time: its place comes first.
			const placed = enqueue(kept.id, isBehind ? 'behind' : 'people');
			if (kept.kind === 'digest') await placed;
			await Promise.all([placed, store.create(key, sealed)]);
			const found = await store.read(key);
			if (found === sealed) return kept;
			const standing = found === null ? null : opened(kept.id, found).kept;
			if (standing && printOf(standing) === printOf(kept)) return standing;
			throw new StoreUnsure('an application cannot be read back as it was written');
		},
		async look(id): Promise<Known | null> {
			const [sealed, keys] = await Promise.all([store.read(keyOf(id)), store.list(`fact/${id}/`)]);
			if (sealed === null) return null;
			const texts = await Promise.all(keys.map((key) => store.read(key)));
			const record = attempt(() => opened(id, sealed));
			const facts = keys.map((key, n) =>
				attempt(() => {
					const text = texts[n] ?? '';
					const isEarlier = record?.isEarlier && text.startsWith('{');
					return isEarlier ? earlierFact(text) : (JSON.parse(seal.unstamp(text, key)) as Fact);
				}),
			);
			const believed = facts.filter((fact) => fact !== null);
			const isTrusted = record && believed.length === facts.length;
			return { id, kept: isTrusted ? record.kept : 'unreadable', facts: believed };
		},
		async record(id, fact) {
			const key = `fact/${id}/${nameOf(fact)}`;
			const created = await store.create(key, seal.stamp(JSON.stringify(fact), key));
			return created === 'created' ? 'recorded' : 'already-recorded';
		},
		waiting: (line) => idsUnder(folders[line]),
		enqueue,
		settle,
		kept: () => idsUnder('application'),
		async delete(id) {
			await store.remove(keyOf(id));
			await settle(id);
		},
		async enter(entry) {
			await store.create(`people/${entry}`, '1');
		},
		entries: async (today) =>
			(await store.list(`people/${today}`)).map((key) => key.slice('people/'.length)),
		report: (about, report) =>
			store.replace(`${about}/last`, seal.stamp(JSON.stringify(report), `${about}/last`)),
		async lastReport(about) {
			const key = `${about}/last`;
			const text = await store.read(key);
			return text === null ? null : attempt(() => JSON.parse(seal.unstamp(text, key)) as Report);
		},
		async leftovers(now) {
			const kept = new Set(await idsUnder('application'));
			const yesterday = hourOf(now - day);
			const keys: string[] = [];
			for (const folder of ['fact', 'people', 'claim']) {
				for (const key of await store.list(`${folder}/`)) {
					const isOver = isEarlierClaim(key)
						? !kept.has((await store.read(key)) ?? '')
						: isLeftOver(key.split('/'), { kept, yesterday, now });
					if (isOver) keys.push(key);
				}
			}
			return keys;
		},
		remove: (key) => store.remove(key),
	};
}

/** What nobody reads any more. Everything goes by time alone, long after whoever could still have read it. */
function isLeftOver(
	[folder, subject = '', ...rest]: readonly string[],
	{ kept, yesterday, now }: { kept: ReadonlySet<string>; yesterday: string; now: number },
): boolean {
	switch (folder === 'claim' ? subject : folder) {
		case 'fact':
			// No press can come any more for an id that was issued two days ago.
			return !kept.has(subject) && issuedHour(subject) < now - 2 * day;
		case 'people':
			return subject < yesterday;
		case 'seen':
			return Number(rest[1]) < Math.floor((now - hour) / span) - 1;
		case 'mailbox':
			return (rest[0] ?? '') < yesterday.slice(0, 8);
		case 'roll-call':
			return Number(rest[0]) < now / (7 * day) - 4;
		default:
			// Claims of the version before: of alarms, and of receipts.
			return true;
	}
}

/** Under one id, the same answers are the same application, and a digest is the same digest. */
function printOf(kept: Kept): string {
	return kept.kind === 'application' ? kept.fingerprint : 'digest';
}

/** What the work gives, or `null` where it throws. */
function attempt<Value>(work: () => Value): Value | null {
	try {
		return work();
	} catch {
		return null;
	}
}

/** The part of a fact's key after its id; the same fact has the same name. */
function nameOf(fact: Fact): string {
	const { kind } = fact;
	const mail = 'mail' in fact ? [fact.mail] : [];
	if ('n' in fact) return [...mail, kind, fact.n].join('/');
	if ('providerId' in fact) return [...mail, kind, fact.providerId].join('/');
	if ('eventId' in fact) return [...mail, kind, fact.eventId].join('/');
	return [...mail, kind, ...('by' in fact ? [fact.at] : [])].join('/');
}
