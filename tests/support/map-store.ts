import type { Store } from '#netlify/adapters/store.ts';

/** A store of small texts in a map, as exact as Netlify's own. */
export function mapStore(blobs: Map<string, string>): Store {
	const versionOf = (text: string) => `"${text.length}-${text.slice(-40)}"`;
	return {
		create(key, text) {
			const outcome = blobs.has(key) ? 'exists' : 'created';
			if (outcome === 'created') blobs.set(key, text);
			return Promise.resolve(outcome);
		},
		replace(key, text, version) {
			const isNewest = versionOf(blobs.get(key) ?? '') === version;
			if (isNewest) blobs.set(key, text);
			return Promise.resolve(isNewest);
		},
		read(key) {
			const text = blobs.get(key);
			return Promise.resolve(text === undefined ? null : { text, version: versionOf(text) });
		},
		list: (prefix) =>
			Promise.resolve([...blobs.keys()].filter((key) => key.startsWith(prefix)).sort()),
		remove: (key) => Promise.resolve(void blobs.delete(key)),
	};
}
