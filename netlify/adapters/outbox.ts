import { idPattern } from '#application/confirming/id.ts';
import type { Entry } from '#application/outbox/entry.ts';
import { type Outbox, type Seen, Unreadable } from '#application/outbox/ports.ts';
import { emptyReport, type Report } from '#application/outbox/report.ts';
import type { Environment } from './env.ts';
import { sealWith, type Seal } from './seal.ts';
import { blobStore, type Store, type StoreAccess, StoreUnsure } from './store.ts';

/** Writers of one key that may be faster, one after the other, before a change is given up. */
const mostTries = 20;

/**
 * The outbox of this site. Call it inside a handler.
 *
 * @param place Netlify shares a site's stores between all its deploys: each place has its own
 */
export function outboxOf(
	{ OUTBOX_KEY }: Pick<Environment, 'OUTBOX_KEY'>,
	place: string,
	access?: StoreAccess,
): Outbox {
	return outboxOn(blobStore(`outbox-${place}`, access), sealWith(OUTBOX_KEY));
}

/**
 * The outbox on a store of small texts. Each text is sealed with its key as context, so that what was copied, moved
 * or written by others does not open:
 *
 *     entry/{id}       one application and how far its e-mails have come
 *     seen/{digest}    which applications came with the same answers, or from the same mailbox
 *     round/last       what the latest round saw
 */
export function outboxOn(store: Store, seal: Seal): Outbox {
	const open = (text: string, key: string): unknown => {
		try {
			return JSON.parse(seal.open(text, key));
		} catch (cause) {
			return new Unreadable('not sealed by us, or for another place', { cause });
		}
	};
	/** We sealed what can be opened: its shape is not in doubt. */
	const read = async (key: string) => {
		const found = await store.read(key);
		return found && { value: open(found.text, key), version: found.version };
	};
	/**
	 * Creates or replaces what is under a key, from what is there now.
	 *
	 * @returns what is stored afterwards; what was created is read back first
	 */
	const update = async (
		key: string,
		change: (before: unknown) => object | undefined,
	): Promise<unknown> => {
		for (let tries = 0; tries < mostTries; tries++) {
			const found = await read(key);
			const next = change(found?.value);
			if (next === undefined) return found?.value;
			const text = seal.seal(JSON.stringify(next), key);
			if (found && (await store.replace(key, text, found.version))) return next;
			if (found || (await store.create(key, text)) !== 'created') continue;
			const stored = await read(key);
			if (!stored) throw new StoreUnsure('what was created cannot be read back');
			return stored.value;
		}
		throw new StoreUnsure('others change it all the time');
	};

	return {
		async ids() {
			const keys = await store.list('entry/');
			return keys.map((key) => key.slice('entry/'.length)).filter((id) => idPattern.test(id));
		},
		read: async (id) => entryIn((await read(`entry/${id}`))?.value) ?? null,
		async create(entry) {
			const stored = await update(`entry/${entry.id}`, (before) => (before ? undefined : entry));
			return entryIn(stored) ?? entry;
		},
		async change(id, change) {
			let changed: Entry | undefined;
			await update(`entry/${id}`, (before) => {
				const entry = entryIn(before);
				return (changed = entry && change(entry));
			});
			return changed;
		},
		remove: (id) => store.remove(`entry/${id}`),
		seen: async (digest, change) =>
			seenIn(await update(`seen/${digest}`, (before) => change(seenIn(before)))),
		async forget(before, stored) {
			const isOld = ({ id, at }: Seen) => at < before && !stored.has(id);
			for (const key of await store.list('seen/')) {
				const found = await read(key).catch(() => null);
				if (found && seenIn(found.value).every(isOld)) await store.remove(key);
			}
		},
		report: async () => reportIn((await read('round/last'))?.value),
		async changeReport(change) {
			await update('round/last', (before) => change(reportIn(before)));
		},
	};
}

function entryIn(value: unknown): Entry | undefined {
	if (value instanceof Unreadable) throw value;
	return value as Entry | undefined;
}

/** What cannot be opened counts as nothing here, and may be replaced. */
function seenIn(value: unknown): readonly Seen[] {
	return value instanceof Unreadable ? [] : ((value ?? []) as readonly Seen[]);
}

function reportIn(value: unknown): Report {
	return value instanceof Unreadable ? emptyReport : ((value ?? emptyReport) as Report);
}
