import type { Finding } from '#content/report.ts';

/** Where the first of the mistakes lies that the dialog tells; it is shown when the dialog is closed. */
let first: { line: string; isOnTop: boolean } | undefined;

/** What the editor's own dialog shows: each mistake on its own line. It takes the text of the cause. */
export function tellMistakes(mistakes: readonly Finding[], file: string): Error {
	const lines = file.split('\n');
	const line = mistakes[0]?.line ?? 1;
	first = { line: lines[line - 1] ?? '', isOnTop: line <= lines.indexOf('---', 1) };
	const told = mistakes.map(({ what, mend }) => `• ${what} ${mend}`).join('\n');
	return new Error('saving_failed', { cause: new Error(told) });
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
	const place = first.isOnTop ? fieldOf(first.line) : textOf(first.line);
	first = undefined;
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
