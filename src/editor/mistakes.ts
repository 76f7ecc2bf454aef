import type { Finding } from '#content/report.ts';

/** Where a mistake lies, as far as the form can be searched for it. */
export interface Place {
	line: string;
	isOnTop: boolean;
}

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
	return { line: lines[line - 1] ?? '', isOnTop: line <= lines.indexOf('---', 1) };
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
	show(first);
	first = undefined;
}

/** Scrolls to a mistake, and frames it. */
export function show({ line, isOnTop }: Place): void {
	for (const each of document.querySelectorAll('.site-mistake')) {
		each.classList.remove('site-mistake');
	}
	const place = isOnTop ? fieldOf(line) : textOf(line);
	place?.scrollIntoView({ block: 'center' });
	place?.classList.add('site-mistake');
}

function fieldOf(line: string): Element | null {
	const name = /^(\w+):/.exec(line)?.[1] ?? 'title';
	return document.querySelector(`.content-editor [data-key-path="${name}"]`);
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
