import { getStore } from '@netlify/blobs';
import { inTime } from './deadline.ts';

/** Small texts under keys. Each method throws where it cannot be sure of its answer. */
export interface Store {
	/** Writes where nothing is. `exists` says that something was there, perhaps from an earlier try. */
	create(key: string, text: string): Promise<'created' | 'exists'>;
	/** Writes over what is there. */
	replace(key: string, text: string): Promise<void>;
	/** The newest text, or `null`. */
	read(key: string): Promise<string | null>;
	/** The keys that begin with `prefix`, in order. */
	list(prefix: string): Promise<readonly string[]>;
	remove(key: string): Promise<void>;
}

/** Frankfurt. Without it Netlify keeps a site's stores in Ohio, and what lies there never moves. */
export const storageRegion = 'eu-central-1';

export class StoreUnsure extends Error {
	override name = 'StoreUnsure';
}

/**
 * A store of the site on Netlify Blobs, read with strong consistency. Call it inside a handler: the
 * client reads where it is from the request's environment.
 *
 * @param access outside Netlify: whose store it is, and a token that opens it
 * @param patience the longest that a call may take, in milliseconds. The client itself retries five
 * times with five seconds between, and has no deadline.
 */
export function blobStore(
	name: string,
	access: { siteID?: string; token?: string } = {},
	patience = 6000,
): Store {
	const open = (onStatus?: (status: number) => void) =>
		getStore({
			...access,
			name,
			region: storageRegion,
			consistency: 'strong',
			fetch: async (input, init) => {
				const response = await fetch(input, {
					...init,
					signal: AbortSignal.timeout(patience),
				});
				onStatus?.(response.status);
				return response;
			},
		});
	return {
		async create(key, text) {
			let status = 0;
			const store = open((latest) => (status = latest));
			const { modified, etag } = await inTime(patience, store.set(key, text, { onlyIfNew: true }));
			if (!modified) return 'exists';
			// The client calls a conditional write a success on 401, 403, 429, 500 and 503 too (seen with
			// @netlify/blobs 10.7.13 and 11.1.1; netlify/primitives#741). Only these two prove it.
			if (status < 200 || status > 299 || !etag) throw new StoreUnsure(`write gave ${status}`);
			return 'created';
		},
		async replace(key, text) {
			await inTime(patience, open().set(key, text));
		},
		async read(key) {
			return inTime(patience, open().get(key, { type: 'text' }));
		},
		async list(prefix) {
			const { blobs } = await inTime(patience, open().list({ prefix }));
			return blobs.map(({ key }) => key).sort();
		},
		async remove(key) {
			await inTime(patience, open().delete(key));
		},
	};
}
