import { idPattern } from '#application/confirming/id.ts';
import type { Entry } from '#application/outbox/entry.ts';
import { type Outbox, type Seen, Unreadable } from '#application/outbox/outbox.ts';
import type { Report } from '#application/outbox/report.ts';
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
	const read = async (key: string): Promise<{ value: unknown; version: string } | null> => {
		const found = await store.read(key);
		return found && { value: open(found.text, key), version: found.version };
	};
	const open = (text: string, key: string): unknown => {
		try {
			return JSON.parse(seal.open(text, key));
		} catch (cause) {
			throw new Unreadable('not sealed by us, or for another place', { cause });
		}
	};
	/** The same, where what cannot be opened counts as nothing and may be replaced. */
	const readOrReplace = async (key: string): ReturnType<typeof read> => {
		const found = await store.read(key);
		if (!found) return null;
		try {
			return { value: open(found.text, key), version: found.version };
		} catch {
			return { value: null, version: found.version };
		}
	};
	/** Creates or replaces what is under a key, from what is there now. We sealed that: its shape is not in doubt. */
	const update = async <Value>(
		key: string,
		change: (before: Value | null) => Value | undefined,
		readNow = readOrReplace,
	): Promise<void> => {
		for (let tries = 0; tries < mostTries; tries++) {
			const found = await readNow(key);
			const next = change((found?.value ?? null) as Value | null);
			if (next === undefined) return;
			const text = seal.seal(JSON.stringify(next), key);
			if (found && (await store.replace(key, text, found.version))) return;
			if (!found && (await store.create(key, text)) === 'created') return;
		}
		throw new StoreUnsure('others change it all the time');
	};

	return {
		async ids() {
			const keys = await store.list('entry/');
			return keys.map((key) => key.slice('entry/'.length)).filter((id) => idPattern.test(id));
		},
		look: async (id) => ((await read(`entry/${id}`))?.value ?? null) as Entry | null,
		async keep(entry) {
			const key = `entry/${entry.id}`;
			await store.create(key, seal.seal(JSON.stringify(entry), key));
			const stored = await read(key);
			if (!stored) throw new StoreUnsure('an application cannot be read back');
			return stored.value as Entry;
		},
		async change(id, change) {
			let changed: Entry | undefined;
			await update<Entry>(
				`entry/${id}`,
				(before) => (changed = before ? change(before) : undefined),
				read,
			);
			return changed;
		},
		remove: (id) => store.remove(`entry/${id}`),
		async seen(digest, change) {
			const key = `seen/${digest}`;
			await update<readonly Seen[]>(key, (before) => change(before ?? []));
			const stored = await read(key);
			if (!stored) throw new StoreUnsure('what was seen cannot be read back');
			return stored.value as readonly Seen[];
		},
		async forget(before, stored) {
			for (const key of await store.list('seen/')) {
				const found = await read(key).catch(() => null);
				const seen = (found?.value ?? [{ id: '', at: before }]) as readonly Seen[];
				if (seen.every(({ id, at }) => at < before && !stored.has(id))) await store.remove(key);
			}
		},
		report: async () =>
			((await read('round/last').catch(() => null))?.value ?? null) as Report | null,
		changeReport: (change) => update<Report>('round/last', change),
	};
}
