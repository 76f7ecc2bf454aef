import { visit } from 'unist-util-visit';
import { elementsIn, linesOf } from '#content/mdx.ts';
import type { Message } from '#content/findings.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { howToLink } from '#content/schema/components.ts';

type Mark = readonly [mark: RegExp, ...Message];

/** Characters that Markdown or the editor misreads, also if they are escaped. */
const sign = /[<{\\~`]/;
export const signMessage = (found: string): Message => [
	`Tegnet "${found}" kan ikke bruges i teksten.`,
	'Skriv det med ord, fx "under 3 år", eller slet det.',
];

const list = 'Slet tegnet, og vælg Punktopstilling.';
const table: Message = [
	'En tabel er ikke skrevet rigtigt.',
	'Slet den, og sæt den ind som tabel. I filen står | --- | for hvert felt under den første række.',
];
const notBold: Message = [
	'Der står tegn for fed eller kursiv, som ville kunne ses.',
	'Slet tegnene, markér hele ord, og tryk på Fed eller Kursiv.',
];
const noLink: Message = [
	'Her er et link, der ikke virker.',
	`Slet det, markér ordene, og tryk på Link. ${howToLink}`,
];
const code: Message = ['Linjen begynder, som om den var kode.', 'Begynd den med et andet ord.'];

/** Failed headings, lists and tables, at the start of a line. */
const atStart: readonly Mark[] = [
	[/^(#{2,6}|#(\s|$))/, 'Linjen begynder med #.', 'Slet #, og vælg Overskrift 2.'],
	[/^([•·▪◦‣]|[-*+o](\s|$))/, 'Linjen begynder med et tegn for et punkt.', list],
	[/^\[[ xX]?\](\s|$)/, 'Linjen begynder med en boks til et kryds.', 'Slet boksen.'],
	[/^\||\t/, ...table],
	[/^>/, ...signMessage('>')],
	[/^(-{2,}|=+)$/, 'Linjen er en streg.', 'Slet den.'],
	[/^\+{3}$/, 'Der står +++ på linjen. Det, der kommer efter, ville ikke blive vist.', 'Slet +++.'],
];

/** Marks that would be visible or misread. */
const anywhere: readonly Mark[] = [
	// Also two _ inside a word, which is how the editor writes italics there.
	[/\*\*|__|(?<![\p{L}\d])_|_(?![\p{L}\d])|_[\p{L}\d]+_/u, ...notBold],
	[/\]\(|\]\s+\((\/|#|https?:|mailto:|tel:)|(https?:\/\/|www\.)\S/, ...noLink],
	[/\/>/, 'Der står en rest af en byggeklods.', 'Slet den.'],
	[/&(#\w+|[a-z]\w*);/i, 'Der står en kode med & og ;.', 'Slet den, og skriv tegnet selv.'],
];

const inFile: readonly Mark[] = [
	// Astro would run such a line during the build.
	[/^\s*(import|export)(?![\p{L}\d-])/u, ...code],
	[/[\uFFFD\0]/, 'Nogle bogstaver er gået tabt.', 'Skriv linjen igen.'],
];

export const marks: PageRule = ({ tree, text, body }, report) => {
	const find = (where: string, first: number, wanted: readonly Mark[]) => {
		for (const [index, line] of where.split('\n').entries()) {
			for (const [mark, ...message] of wanted)
				if (mark.test(line)) report(first + index, ...message);
			const [found] = wanted === anywhere ? (sign.exec(line) ?? []) : [];
			if (found !== undefined) report(first + index, ...signMessage(found));
		}
	};
	find(text, 1, inFile);
	visit(tree, (node, _, parent) => {
		const line = node.position?.start.line ?? 1;
		if (node.type === 'paragraph') find(linesOf(node).join('\n'), line, atStart);
		if (node.type === 'text') {
			// A line break in the file is a space on the page.
			find(node.value.replaceAll('\n', ' '), line, anywhere);
			if (parent?.type === 'tableCell' && node.value.includes('|'))
				report(line, ...signMessage('|'));
		}
		const around = `${body[(node.position?.start.offset ?? 0) - 1] ?? ''}${body[node.position?.end.offset ?? 0] ?? ''}`;
		if (node.type === 'emphasis' && /[\p{L}\d]/u.test(around)) report(line, ...notBold);
	});
	for (const element of elementsIn(tree)) {
		for (const { value } of element.attributes)
			if (typeof value === 'string') {
				find(value, element.position?.start.line ?? 1, anywhere);
				// The editor would end the component there.
				if (value.includes('>')) report(element, ...signMessage('>'));
			}
	}
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
		'| Hvem | Hvornår |\n| --- |\n| Bo | Nu |\n\nHvem\tHvornår',
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
