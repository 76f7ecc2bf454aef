import { idPattern } from '#application/confirming/id.ts';
import { type Outbox, type Records, Unreadable } from '#application/outbox/ports.ts';
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
 * The outbox on a store of small texts, under `kind/name`. Each text is sealed with its key as context, so that what
 * was copied, moved or written by others does not open.
 */
export function outboxOn(store: Store, seal: Seal): Outbox {
	/** We sealed what can be opened: its shape is not in doubt. */
	const find = async <Kind extends keyof Records>(kind: Kind, name: string) => {
		const key = `${kind}/${name}`;
		const found = await store.read(key);
		if (!found) return null;
		const { text, version } = found;
		try {
			return { version, record: JSON.parse(seal.open(text, key)) as Records[Kind] };
		} catch (cause) {
			// Whatever else is lost begins anew.
			if (kind !== 'entry') return { version, record: undefined };
			throw new Unreadable('not sealed by us, or for another place', { cause });
		}
	};
	return {
		async names(kind) {
			const keys = await store.list(`${kind}/`);
			const names = keys.map((key) => key.slice(kind.length + 1));
			return kind === 'entry' ? names.filter((name) => idPattern.test(name)) : names;
		},
		read: async (kind, name) => (await find(kind, name))?.record,
		async change(kind, name, change) {
			const key = `${kind}/${name}`;
			for (let tries = 0; tries < mostTries; tries++) {
				const found = await find(kind, name);
				const next = change(found?.record);
				if (next === undefined) return found?.record;
				const text = seal.seal(JSON.stringify(next), key);
				if (found && (await store.replace(key, text, found.version))) return next;
				if (found || (await store.create(key, text)) !== 'created') continue;
				const stored = await find(kind, name);
				if (!stored?.record) throw new StoreUnsure('what was created cannot be read back');
				return stored.record;
			}
			throw new StoreUnsure('others change it all the time');
		},
		remove: (kind, name) => store.remove(`${kind}/${name}`),
	};
}
