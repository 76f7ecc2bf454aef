import { mendedTables } from '#content/mend-tables.ts';
import { componentNames } from '#content/table/components.ts';

/** Signs that nobody sees, and that come along from other programs. */
export const unseen = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\u00AD\u200B\u2060\uFEFF]/u;

const unseenOnes = new RegExp(`(?!\\n)${unseen.source}`, 'gu');
const opening = new RegExp(`<(?:${componentNames.join('|')})\\b[^<>]*>`, 'g');

interface Mend {
	/** Notes each place that it puts right. */
	mend: (text: string, note: () => void) => string;
	said: (count: number) => string;
}

/** What can be put right in a page's body without a doubt of what was meant, and how that is said. */
const mends: readonly Mend[] = [
	{
		mend: (text, note) => withoutUnseen(text, note, '\n'),
		said: (count) => `${unseenGone(count)} i teksten.`,
	},
	{
		mend: (text, note) =>
			text.replaceAll(/^( *)(?:[•·▪][ \t\u00a0]*|[-*]\u00a0)(?=\S)/gm, (_, before: string) => {
				note();
				return `${before}- `;
			}),
		said: (count) => `${count === 1 ? 'Et punkt' : `${count} punkter`} fra Word er nu en liste.`,
	},
	{
		mend: (text, note) =>
			text.replaceAll(/^(#{2,6})\u00a0*(?=[^\s#])/gm, (_, before: string) => {
				note();
				return `${before} `;
			}),
		said: (count) =>
			count === 1
				? 'En linje med # foran er nu en overskrift.'
				: `${count} linjer med # foran er nu overskrifter.`,
	},
	{
		mend: (text, note) =>
			text.replaceAll(opening, (tag) => {
				const right = tag.replaceAll(/=\s*[”“„]([^”“„"<>]*)[”“„]/g, '="$1"');
				if (right !== tag) note();
				return right;
			}),
		said: (count) =>
			`De skrå anførselstegn i ${count === 1 ? 'en byggeklods' : `${count} byggeklodser`} er nu lige.`,
	},
	{
		mend: mendedTables,
		said: (count) =>
			count === 1 ? 'En tabel er gjort færdig.' : `${count} tabeller er gjort færdige.`,
	},
];

/** A page's body, as far as it can be put right, and what was done. */
export function mended(body: string): { body: string; said: string[] } {
	const told: string[] = [];
	for (const { mend, said } of mends) {
		let count = 0;
		body = mend(body, () => count++);
		if (count > 0) told.push(said(count));
	}
	return { body, said: told };
}

/** A text without what nobody sees, with a line break in place of one of another kind. */
export function withoutUnseen(text: string, note?: () => void, lineBreak = ' '): string {
	return text.replaceAll(unseenOnes, (sign) => {
		note?.();
		return /[\u2028\u2029]/.test(sign) ? lineBreak : '';
	});
}

/** What is said of a field that signs were taken out of, by what the form calls it; nothing if none were. */
export function unseenSaid(label: string, text: string): string[] {
	let count = 0;
	withoutUnseen(text, () => count++);
	return count === 0 ? [] : [`${unseenGone(count)} i ”${label}”.`];
}

function unseenGone(count: number): string {
	return `${count === 1 ? 'Et usynligt tegn' : `${count} usynlige tegn`} er slettet`;
}
