import { mendedTables } from '#content/mend-tables.ts';
import { componentNames } from '#content/table/components.ts';

/** Signs that nobody sees, and that come along from other programs. */
export const unseen = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\u00AD\u200B\u2060\uFEFF]/u;

const unseenOnes = new RegExp(`(?!\\n)${unseen.source}`, 'gu');
const opening = new RegExp(`<(?:${componentNames.join('|')})\\b[^<>]*>`, 'g');

/** What can be put right in a page's body without a doubt of what was meant, and how that is said. */
const mends: readonly [said: string, mend: (text: string) => string][] = [
	[
		'Usynlige tegn er slettet.',
		(text) => text.replaceAll(/[\u2028\u2029]/g, '\n').replaceAll(unseenOnes, ''),
	],
	[
		'Punkter fra et andet program er blevet til en liste.',
		(text) => text.replaceAll(/^( *)(?:[•·▪][ \t\u00a0]*|[-*]\u00a0)(?=\S)/gm, '$1- '),
	],
	[
		'Der er sat mellemrum efter # i en overskrift.',
		(text) => text.replaceAll(/^(#{2,6})\u00a0*(?=[^\s#])/gm, '$1 '),
	],
	[
		'Skrå anførselstegn i en byggeklods er blevet lige.',
		(text) =>
			text.replaceAll(opening, (tag) => tag.replaceAll(/=\s*[”“„]([^”“„"<>]*)[”“„]/g, '="$1"')),
	],
	['En tabel er gjort færdig.', mendedTables],
];

/** A page's body, as far as it can be put right, and what was done. */
export function mended(body: string): { body: string; said: string[] } {
	const said: string[] = [];
	for (const [what, mend] of mends) {
		const after = mend(body);
		if (after !== body) said.push(what);
		body = after;
	}
	return { body, said };
}

/** A line of text without what nobody sees. */
export function withoutUnseen(text: string): string {
	return text.replaceAll(unseenOnes, '');
}
