import CMS from '@sveltia/cms';
import { type HandedOver, handedOverIn } from './handed-over.ts';
import { progressOf, type Saved, withSaved } from './saved.ts';
import { savedItem } from './saved-item.ts';

/** It lies in the browser: the answer may come days later, when the editor is opened again. */
const key = 'site-saved';
const halfAMinute = 30_000;

/** What was written last; it is saved when the editor says so. */
let written: Pick<Saved, 'path' | 'text'> | undefined;

/** Takes note of what is about to be saved. */
export function willBeSaved(path: string, text: string): void {
	written = { path, text };
}

/** Tells, after "Gem", what happens next, and that it is out once the published site has it. */
export function followSaved(given: HandedOver): void {
	let published = { ...given.files };
	const list = document.createElement('section');
	list.className = 'site-saved';
	list.ariaLabel = 'Det, du har gemt';
	list.role = 'status';
	document.body.append(list);
	// What was practised is gone with the visit.
	if (given.repository === null && !given.local) keep([]);

	const show = () => {
		list.replaceChildren(
			...waitedFor().map((saved) => savedItem(saved, given, progressOf(saved, published), forget)),
		);
	};
	const forget = (saved: Saved) => {
		keep(waitedFor().filter(({ path }) => path !== saved.path));
		show();
	};
	const look = async () => {
		if (document.hidden || waitedFor().length === 0) return;
		published = (await publishedNow()) ?? published;
		show();
	};
	CMS.registerEventListener({
		name: 'postSave',
		handler: () => {
			if (written === undefined) return;
			keep(withSaved(waitedFor(), { ...written, at: Date.now() }, published));
			written = undefined;
			show();
		},
	});
	document.addEventListener('visibilitychange', () => void look());
	setInterval(() => void look(), halfAMinute);
	show();
	void look();
}

function waitedFor(): Saved[] {
	return JSON.parse(localStorage.getItem(key) ?? '[]') as Saved[];
}

function keep(list: readonly Saved[]): void {
	localStorage.setItem(key, JSON.stringify(list));
}

/** What the site that is published now was built from: its own editor has it. Nothing if nobody answers. */
async function publishedNow(): Promise<HandedOver['files'] | undefined> {
	try {
		const response = await fetch('/admin/', { cache: 'no-store' });
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		return handedOverIn(page).files;
	} catch {
		return undefined;
	}
}
