import { visit } from 'unist-util-visit';
import { elementsIn, linesOf } from '#content/mdx.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { howToLink } from '#content/schema/components.ts';

/** A pattern, and the message about what it finds. */
type Mark = readonly [pattern: RegExp, message: string];

const sign =
	'Tegnet "{found}" kan ikke bruges i teksten. Skriv det med ord, fx "under 3 år", eller slet det.';
const notBold =
	'Der står tegn for fed eller kursiv, som ville kunne ses. Slet tegnene, markér hele ord, og tryk på Fed eller Kursiv.';

export function signMessage(found: string): string {
	return sign.replace('{found}', () => found);
}

/** Marks of headings, lists, boxes, quotations and lines that failed, at the start of a line. */
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
// The editor would end the component at a >.
const inAttribute: readonly Mark[] = [...anywhere, [/>/, sign]];

const inFile: readonly Mark[] = [
	// Astro would run such a line during the build.
	[
		/^\s*(import|export)(?![\p{L}\d-])/u,
		'Linjen begynder, som om den var kode. Begynd den med et andet ord.',
	],
	[/[\uFFFD\0]/, 'Nogle bogstaver er gået tabt. Skriv linjen igen.'],
];

/** A text holds no characters that are misread, and no Markdown that failed. */
export const marks: PageRule = ({ tree, text, body }, report) => {
	const find = (where: string, first: number, marks: readonly Mark[]) => {
		for (const [index, line] of where.split('\n').entries())
			for (const [pattern, message] of marks) {
				const [found] = pattern.exec(line) ?? [];
				if (found !== undefined)
					report(
						first + index,
						message.replace('{found}', () => found),
					);
			}
	};
	find(text, 1, inFile);
	visit(tree, (node, _, parent) => {
		const line = node.position?.start.line ?? 1;
		if (node.type === 'paragraph') find(linesOf(node).join('\n'), line, atStart);
		// A line break in the file is a space on the page.
		if (node.type === 'text')
			find(
				node.value.replaceAll('\n', ' '),
				line,
				parent?.type === 'tableCell' ? inCell : anywhere,
			);
		const { start, end } = node.position ?? {};
		const around = `${body[(start?.offset ?? 0) - 1] ?? ''}${body[end?.offset ?? 0] ?? ''}`;
		if (node.type === 'emphasis' && /[\p{L}\d]/u.test(around)) report(line, notBold);
	});
	for (const { attributes, position } of elementsIn(tree))
		for (const { value } of attributes)
			if (typeof value === 'string') find(value, position?.start.line ?? 1, inAttribute);
};

export const examples: Examples = {
	good: [
		'AT&T, 5 \\* 3, a_b og 50 %, se [nu] > (mere). **Fed**, _kursiv_ og tryg**hed**en.\n\n#1 er import af varer.',
		'Ring&nbsp;112\n\nImport af varer\nog eksport.\n\n- import-export',
	],
	bad: [
		'##Vigtigt\n\n##\u00a0Hvem\n\n\\## Hvor',
		'• Et punkt\n• To punkter\n\n-\u00a0Et punkt\n\no Et underpunkt\n\n\\- 5 grader',
		'- [ ] Husk',
		...['+++', '\\---', 'S\ufffdren er her.'],
		...[
			'Det er **vigtigt.',
			'Det er ** vigtigt ** her.',
			'\\_Ikke\\_ kursiv',
			'fil_navn_her',
			'*tryg*heden',
		],
		'Børn \\<3 år\n\n1 < 2\n\n&lt;\n\n\\> Hej\n\nadresse="/ansoeg/" />',
		...[
			'Skriv \\{ her.',
			'Se \\\\\\\\server\\\\mappe.',
			'Ca. ~5.',
			'Det er \\`sådan\\`.',
			'Skriv &amp;nbsp; her.',
		],
		...['[spørge os](spørge os)', '[Spørg os] (/kontakt/)', '[Ring](tel:+45 12 34 56 78)'],
		...['\\[Spørg os](/kontakt/)', '[Spørg [os](/kontakt/) nu](/ansoeg/)'],
		...['Se www.politi.dk i dag.', '[https://politi.dk](https://politi.dk)'],
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo \\| Ib | Nu |',
		...['Børn &lt;3 år', 'a > b'].map((text) => `<Knap tekst="${text}" adresse="/" />`),
		'import Knap from "../Knap.astro"\n\nTekst\nexport let x = eval(atob(/MQ==/.source))',
	],
};
