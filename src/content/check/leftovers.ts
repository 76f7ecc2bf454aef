import type { Root } from 'mdast';
import { everyNode } from '#content/check/body.ts';
import type { Tell } from '#content/report.ts';

/** Marks that made nothing of the text, so that readers would see them: how they look, and what to say. */
const leftovers: readonly { mark: RegExp; what: string; mend: string }[] = [
	{
		mark: /^#{2,6}[^\s#]|^#{1,6}\u00a0/gm,
		what: 'En overskrift mangler et mellemrum efter #.',
		mend: 'Skriv et almindeligt mellemrum mellem # og teksten.',
	},
	{
		mark: /^(?:[•·▪]|[-*]\u00a0)/gm,
		what: 'Et punkt i en liste begynder med et forkert tegn.',
		mend: 'Skriv - og et almindeligt mellemrum foran hvert punkt.',
	},
	{
		mark: /\*\*|__|~~/g,
		what: 'Der står tegn for fed eller gennemstreget, som ikke virker.',
		mend: 'Skriv fed som **fed**, uden mellemrum inden for tegnene. Gennemstreget kan ikke bruges.',
	},
	{
		mark: /(?<![\p{L}\d\\])_(?=[\p{L}\d])|(?<=[\p{L}\d.,:;!?])_(?![\p{L}\d])/gu,
		what: 'Der står et _, som ikke gør noget kursivt.',
		mend: 'Skriv kursiv som _kursiv_, eller slet tegnet.',
	},
	{
		mark: /\]\s?\((?:\/|#|https?:|mailto:|tel:|www\.)/g,
		what: 'Et link er ikke skrevet rigtigt.',
		mend: 'Skriv det som [teksten](/adressen/). Der må ikke være mellemrum i adressen eller mellem ] og (, og et link kan ikke stå inde i et andet.',
	},
	{
		mark: /^\|.*\|/gm,
		what: 'En tabel er ikke skrevet rigtigt.',
		mend: 'Skriv | --- | i linjen under den første, med lige så mange felter som i den.',
	},
];

/** Finds what was meant as a heading, a list, a link or a table, and would be shown as it was typed. */
export function checkLeftovers(tree: Root, text: string, tell: Tell): void {
	for (const node of everyNode(tree)) {
		const { start, end } = node.position ?? {};
		if (node.type === 'text' && start && end) {
			// As it was written: what is escaped is meant to be seen.
			const written = text.slice(start.offset, end.offset);
			for (const { mark, what, mend } of leftovers) {
				for (const { index } of written.matchAll(mark)) {
					tell(start.line + written.slice(0, index).split('\n').length - 1, what, mend);
				}
			}
		}
		if (node.type !== 'table') continue;
		const columns = node.children[0]?.children.length ?? 0;
		for (const { children, position } of node.children) {
			if (children.length === columns) continue;
			tell(
				position?.start.line ?? 1,
				`Antallet af felter i rækken er ${children.length}, men i den øverste række er det ${columns}.`,
				'Skriv lige mange felter i alle rækker, med | imellem.',
			);
		}
	}
}
