import { visit } from 'unist-util-visit';
import { isElement, visitLines } from '#content/mdx.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { howToLink } from '#content/schema/components.ts';

/** A pattern, and the message about what it finds. */
type Mark = readonly [pattern: RegExp, message: string];

const sign =
	'Tegnet "{found}" kan ikke bruges i teksten. Skriv det med ord, fx "under 3 år", eller slet det.';
const notBold =
	'Der står tegn for fed eller kursiv, som ville kunne ses. Slet tegnene, markér hele ord, og tryk på Fed eller Kursiv.';

function messageOf(message: string, found: string): string {
	return message.replace('{found}', () => found);
}

export const signMessage = (found: string) => messageOf(sign, found);

/** Marks at the start of a line that Markdown does not read as a heading, a list, a box, a quotation or a line. */
const atStart: readonly Mark[] = [
	[
		/^(#{2,6}|#(?=\s|$)|[•·▪◦‣]|[-*+o](?=\s|$)|\[[ xX]?\](?=\s|$)|>|(-{2,}|=+|\+{3})$)/,
		'Linjen begynder med "{found}". Slet det. Skal linjen være en overskrift eller et punkt, så vælg det i menuen over teksten.',
	],
];

/** Marks that would be visible or misread. */
const anywhere: readonly Mark[] = [
	// Characters that Markdown or the editor misreads, also if they are escaped.
	[/[<{\\~`]/, sign],
	// Also two _ inside a word, which is how the editor writes italics there.
	[/\*\*|__|(?<![\p{L}\d])_|_(?![\p{L}\d])|_[\p{L}\d]+_/u, notBold],
	[
		/\]\(|\]\s+\((\/|#|https?:|mailto:|tel:)|(https?:\/\/|www\.)\S/,
		`Her er et link, der ikke virker. Slet det, markér ordene, og tryk på Link. ${howToLink}`,
	],
	[/\/>/, 'Der står en rest af en byggeklods. Slet den.'],
	[/&(#\w+|[a-z]\w*);/i, 'Der står en kode med & og ;. Slet den, og skriv tegnet selv.'],
];
const inCell: readonly Mark[] = [...anywhere, [/\|/, sign]];
// The editor would read a > as the end of the component.
const inAttribute: readonly Mark[] = [...anywhere, [/>/, sign]];

const inFile: readonly Mark[] = [
	// Astro would run such a line during the build.
	[
		/^\s*(import|export)(?![\p{L}\d-])/u,
		'Linjen begynder, som om den var kode. Begynd den med et andet ord.',
	],
	[/[\uFFFD\0\p{Co}]/u, 'Nogle bogstaver er gået tabt. Skriv linjen igen.'],
];

/** A text holds no characters that are misread, and no Markdown that failed. */
export const marks: PageRule = ({ tree, text, body }, report) => {
	const find = (line: string, number: number, marks: readonly Mark[]) => {
		for (const [pattern, message] of marks) {
			const [found] = pattern.exec(line) ?? [];
			if (found !== undefined) report(number, messageOf(message, found));
		}
	};
	for (const [index, line] of text.split('\n').entries()) find(line, index + 1, inFile);
	visitLines(tree, (line, number) => find(line, number, atStart));
	visit(tree, (node, _, parent) => {
		const { start, end } = node.position ?? {};
		const line = start?.line ?? 1;
		// A line break in the file is a space on the page.
		if (node.type === 'text')
			find(
				node.value.replaceAll('\n', ' '),
				line,
				parent?.type === 'tableCell' ? inCell : anywhere,
			);
		const around = `${body[(start?.offset ?? 0) - 1] ?? ''}${body[end?.offset ?? 0] ?? ''}`;
		if (node.type === 'emphasis' && /[\p{L}\d]/u.test(around)) report(line, notBold);
		for (const { value } of isElement(node) ? node.attributes : [])
			if (typeof value === 'string') find(value, line, inAttribute);
	});
};

export const examples: Examples = {
	good: [
		'AT&T, 5 \\* 3, a_b og 50 %, se [nu] > (mere). **Fed**, _kursiv_ og tryg**hed**en.\n\n#1 er import af varer.',
		'Ring&nbsp;112\n\nImport af varer\nog eksport.\n\n- import-export',
	],
	bad: [
		'##Vigtigt\n\n##\u00a0Hvem\n\n\\## Hvor\n\n- [ ] Husk\n\n+++\n\n\\---\n\nS\ufffdren er her.\n\n\uf0b7 Et punkt',
		'• Et punkt\n• To punkter\n\n-\u00a0Et punkt\n\no Et underpunkt\n\n\\- 5 grader',
		'Det er **vigtigt.\n\nDet er ** vigtigt ** her.\n\n\\_Ikke\\_ kursiv\n\nfil_navn_her\n\n*tryg*heden',
		'Børn \\<3 år\n\n1 < 2\n\n&lt;\n\n\\> Hej\n\nadresse="/ansoeg/" />',
		'Skriv \\{ her.\n\nSe \\\\\\\\server\\\\mappe.\n\nCa. ~5.\n\nDet er \\`sådan\\`.\n\nSkriv &amp;nbsp; her.',
		'[spørge os](spørge os)\n\n[Spørg os] (/kontakt/)\n\n[Ring](tel:+45 12 34 56 78)\n\n\\[Spørg os](/kontakt/)',
		'[Spørg [os](/kontakt/) nu](/ansoeg/)\n\nSe www.politi.dk i dag.\n\n[https://politi.dk](https://politi.dk)',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo \\| Ib | Nu |',
		'<Knap tekst="Børn &lt;3 år" adresse="/" />\n\n<Knap tekst="a > b" adresse="/" />',
		'import Knap from "../Knap.astro"\n\nTekst\nexport let x = eval(atob(/MQ==/.source))',
	],
};
