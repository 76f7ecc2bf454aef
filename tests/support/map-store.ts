import type { Store } from '#netlify/adapters/store.ts';

/** A store of small texts in a map, as exact as Netlify's own. */
export function mapStore(blobs: Map<string, string>): Store {
	return {
		create(key, text) {
			const outcome = blobs.has(key) ? 'exists' : 'created';
			if (outcome === 'created') blobs.set(key, text);
			return Promise.resolve(outcome);
		},
		replace: (key, text) => Promise.resolve(void blobs.set(key, text)),
		read: (key) => Promise.resolve(blobs.get(key) ?? null),
		list: (prefix) =>
			Promise.resolve([...blobs.keys()].filter((key) => key.startsWith(prefix)).sort()),
		remove: (key) => Promise.resolve(void blobs.delete(key)),
	};
}
