import type { ContentFiles } from '#content/source.ts';

/** What somebody saved, and is waiting to see on the site. */
export interface Saved {
	path: string;
	text: string;
	/** What the site had then; nothing for a new page. */
	before: string | undefined;
	/** When, in milliseconds since 1970. */
	at: number;
}

/** `otherwise`: the site has another text now, which is neither the old one nor the one that was saved. */
export type Progress = 'waiting' | 'out' | 'otherwise';

/** How far it has come, by what the published site was built from. */
export function progressOf({ path, text, before }: Saved, published: ContentFiles): Progress {
	if (published[path] === text) return 'out';
	return published[path] === before ? 'waiting' : 'otherwise';
}

/** Adds to what is waited for. Who saves a page again still waits for the first of it to be published. */
export function withSaved(
	list: readonly Saved[],
	saved: Omit<Saved, 'before'>,
	published: ContentFiles,
): Saved[] {
	const earlier = list.find(({ path }) => path === saved.path);
	const isWaiting = earlier !== undefined && progressOf(earlier, published) === 'waiting';
	const before = isWaiting ? earlier.before : published[saved.path];
	return [...list.filter((each) => each !== earlier), { ...saved, before }];
}
