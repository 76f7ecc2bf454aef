import { getStore } from '@netlify/blobs';

/** Small texts under keys. Each method throws where it cannot be sure of its answer. */
export interface Store {
	/** Writes where nothing is. `exists` says that something was there, perhaps from an earlier try. */
	create(key: string, text: string): Promise<'created' | 'exists'>;
	/** Compare-and-swap: writes where that version is still the newest, and returns whether it did. */
	replace(key: string, text: string, version: string): Promise<boolean>;
	/** The newest text with its version, or `null`. */
	read(key: string): Promise<{ text: string; version: string } | null>;
	/** The keys that begin with `prefix`, in order. */
	list(prefix: string): Promise<readonly string[]>;
	remove(key: string): Promise<void>;
}

/** Frankfurt. Without it Netlify keeps a site's stores in Ohio, and what lies there never moves. */
export const storageRegion = 'eu-central-1';

/** Outside Netlify: whose store it is, and a token that opens it. */
export interface StoreAccess {
	siteID?: string;
	token?: string;
}

export class StoreUnsure extends Error {
	override name = 'StoreUnsure';
}

/**
 * A store of the site on Netlify Blobs, read with strong consistency. Call it inside a handler: the
 * client reads where it is from the request's environment.
 *
 * @param patience the longest that a call may take, in milliseconds. The client itself retries five
 * times with five seconds between, and has no deadline.
 */
export function blobStore(name: string, access: StoreAccess = {}, patience = 6000): Store {
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
	/** Returns whether it wrote. */
	const write = async (
		key: string,
		text: string,
		condition: { onlyIfNew: true } | { onlyIfMatch: string },
	): Promise<boolean> => {
		let status = 0;
		const store = open((latest) => (status = latest));
		const { modified, etag } = await inTime(patience, store.set(key, text, condition));
		// The client calls a conditional write a success on 401, 403, 429, 500 and 503 too (seen with
		// @netlify/blobs 10.7.13 and 11.1.1; netlify/primitives#741). Only these two prove it.
		if (modified && (status < 200 || status > 299 || !etag)) {
			throw new StoreUnsure(`write gave ${status}`);
		}
		return modified;
	};
	const get = (key: string) => inTime(patience, open().getWithMetadata(key, { type: 'text' }));
	return {
		create: async (key, text) =>
			(await write(key, text, { onlyIfNew: true })) ? 'created' : 'exists',
		replace: (key, text, version) => write(key, text, { onlyIfMatch: version }),
		async read(key) {
			const found = await get(key);
			if (!found) return null;
			if (found.etag) return { text: found.data, version: found.etag };
			// Netlify's local server gives a version in lists only (@netlify/blobs 11.1.1). It is read before the text,
			// so that a change in between is noticed.
			const { blobs } = await inTime(patience, open().list({ prefix: key }));
			const version = blobs.find((blob) => blob.key === key)?.etag;
			const text = (await get(key))?.data;
			return version === undefined || text === undefined ? null : { text, version };
		},
		async list(prefix) {
			// Many pages, each with a deadline of its own.
			const { blobs } = await inTime(10 * patience, open().list({ prefix }));
			return blobs.map(({ key }) => key).sort();
		},
		async remove(key) {
			await inTime(patience, open().delete(key));
		},
	};
}

/** Work that did not end in time. It may still end later. */
class TimedOut extends Error {
	override name = 'TimedOut';
}

/** The outcome of the work. Throws {@link TimedOut} after so many milliseconds. */
export async function inTime<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		reject(new TimedOut(`no answer within ${milliseconds} ms`));
	}, milliseconds);
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
}
