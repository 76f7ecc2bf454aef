import type { Finding } from '#content/report.ts';

/** Where a mistake lies: in a field by its name in the form, such as `projectLead.name`, or in the text that has a line. */
export type Place = { field: string } | { line: string };

/** Where the first of the mistakes lies that the dialog tells; it is shown when the dialog is closed. */
let first: Place | undefined;

/** What the editor's own dialog shows: each mistake on its own line. It takes the text of the cause. */
export function tellMistakes(mistakes: readonly Finding[], file: string): Error {
	first = placeOf(mistakes[0]?.line ?? 1, file);
	const told = mistakes.map(({ what, mend }) => `• ${what} ${mend}`).join('\n');
	return new Error('saving_failed', { cause: new Error(told) });
}

export function placeOf(line: number, file: string): Place {
	const lines = file.split('\n');
	if (file.startsWith('{')) return { field: settingAt(lines.slice(0, line)) };
	const text = lines[line - 1] ?? '';
	if (line > lines.indexOf('---', 1)) return { line: text };
	return { field: /^(\w+):/.exec(text)?.[1] ?? 'title' };
}

/** The setting that the last of these lines belongs to: its name, after those of the groups that it stands in. */
function settingAt(lines: readonly string[]): string {
	const names: string[] = [];
	let depth = Infinity;
	for (const line of lines.toReversed()) {
		const [, tabs = '', name] = /^(\t*)"(\w+)":/.exec(line) ?? [];
		if (name === undefined || tabs.length >= depth) continue;
		names.unshift(name);
		depth = tabs.length;
	}
	return names.join('.');
}

/** Leads from the dialog to the first mistake. */
export function leadToMistake(): void {
	document.addEventListener('close', showFirst, { capture: true });
}

function showFirst({ target }: Event): void {
	if (
		first === undefined ||
		!(target as Element).matches('[role="alertdialog"], :has([role="alertdialog"])')
	)
		return;
	void show(first);
	first = undefined;
}

/** Scrolls to a mistake, and frames it. */
export async function show(place: Place): Promise<void> {
	for (const each of document.querySelectorAll('.site-mistake')) {
		each.classList.remove('site-mistake');
	}
	const shown = 'field' in place ? await fieldAt(place.field) : textOf(place.line);
	shown?.scrollIntoView({ block: 'center' });
	shown?.classList.add('site-mistake');
}

/** How long a field of a group is waited for. The editor draws it when its group comes into sight. */
const frames = 60;

/** A field; or its group, should it not be drawn. */
async function fieldAt(path: string): Promise<Element | null> {
	const field = (name: string) =>
		document.querySelector(`.content-editor [data-key-path="${name}"]`);
	const group = field(path.replace(/\..*/, ''));
	if (!field(path)) group?.scrollIntoView();
	for (let frame = 0; frame < frames && !field(path); frame++) {
		await new Promise(requestAnimationFrame);
	}
	return field(path) ?? group;
}

/** The block of the rich text that shares its words with the line. */
function textOf(line: string): Element | undefined {
	const words = wordsOf(line);
	const blocks = document.querySelectorAll(
		'.content-editor [contenteditable="true"] :is(p, li, h1, h2, h3, h4, h5, h6)',
	);
	return [...blocks].find((block) => words !== '' && wordsOf(block.textContent).includes(words));
}

function wordsOf(text: string): string {
	return text
		.replace(/\]\([^)]*\)/g, '')
		.replace(/[^\p{L}\p{N} ]/gu, '')
		.replace(/ +/g, ' ')
		.trim();
}
