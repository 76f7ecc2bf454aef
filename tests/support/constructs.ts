// Constructs that staff may write. docs/decisions/0007 says what the editor makes of those that are refused.

/** A construct is saved as it reads, or refused with these words. */
type Fate = 'saved' | RegExp;

const number = /ville blive et punkt i en liste/;
const sign = /Tegnet ".+" kan ikke bruges/;
const asList = /Linjen begynder med "[•o·]"/;
const notBold = /tegn for fed eller kursiv/;

/** Written in the file of a page, and unchanged by the editor. The examples of the rules show what is refused. */
export const written: readonly (readonly [name: string, text: string])[] = [
	['two paragraphs', 'Et afsnit.\n\nEt til.'],
	['bold', 'Det er **vigtigt** her.'],
	['italics', 'Det er _vigtigt_ her.'],
	['bold in italics', 'Det er _meget **vigtigt**_ her.'],
	['italics in bold', 'Det er **meget _vigtigt_** her.'],
	['a part of a word in bold', 'Tryg**hed**en er god.'],
	['a whole paragraph in bold', '**Husk at ringe.**'],
	['bold before a comma', 'Det er **vigtigt**, også nu.'],
	['a link', 'Se [politiets side](https://politi.dk/).'],
	['a link to a page of ours', '[Spørg os](/kontakt/).'],
	['a bold link', 'Se [**politiets side**](https://politi.dk/).'],
	['a link with bold in it', 'Se [politiets **egen** side](https://politi.dk/).'],
	['a link to a number', 'Ring til [tolken](tel:+4512345678).'],
	['a link with brackets in its address', 'Se [loven](https://politi.dk/a_(b)).'],
	['a link with _ in its address', 'Se [loven](https://politi.dk/a_b_c).'],
	['headings', '### Under\n\nTekst.'],
	['a heading with a number', '### 24. december\n\nTekst.'],
	['a heading with italics', '### Det _hele_\n\nTekst.'],
	['a list', '- Et\n- To'],
	['a list of links', '- [Spørg os](/kontakt/)\n- [Forsiden](/)'],
	['a list in a list', '- Et\n    - Et og et halvt\n- To'],
	['three lists in each other', '- Et\n    - To\n        - Tre'],
	['a numbered list', '1. Et\n2. To\n3. Tre'],
	['bullets in a numbered list', '1. Et\n    - Mere\n2. To'],
	['a list after a paragraph', 'Husk:\n\n- Et\n- To'],
	['a numbered list after bullets', '- Et\n- To\n\n1. Tre\n2. Fire'],
	['a year in a bullet', '- 24\\. december'],
	['a table', '| Hvem | Hvor |\n| --- | --- |\n| Bo | Ry |'],
	['a table with an empty field', '| Hvem | Hvor |\n| --- | --- |\n| Bo |  |'],
	['a table with bold and links', '| Hvem | Hvor |\n| --- | --- |\n| **Bo** | [Ry](/) |'],
	[
		'a table of five columns',
		'| A | B | C | D | E |\n| --- | --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 | 5 |',
	],
	['a table of one column', '| Hvem |\n| --- |\n| Bo |'],
	['a line break', 'Politiet\\\nHerning'],
	['a date in a sentence', 'Den 24. december og 1. januar er lukket.'],
	['a name of a file', 'Se fil_navn her.'],
	['a sum', '5 \\* 3 er 15.'],
	['brackets', 'Se [her] og (der).'],
	['an ampersand', 'A & B, AT&T.'],
	['signs', '§ 5, 50 %, 9–12, ”citat”, "citat", 1/2, #1, a+b, 100,-'],
	['a number with a bracket in a sentence', 'Husk 1) ro og 2) tid.'],
	['a hard space', 'Ring\u00a0112 nu.'],
	['an emoji', 'Tak 🙂 for det.'],
	['a component', '<Projektleder />'],
	[
		'a component with a text',
		'<KortFortalt>\n\n- Et **vigtigt** punkt\n- Et til\n\n</KortFortalt>',
	],
	[
		'a component in another',
		'<NaesteSkridt>\n\n- [Spørg os](/kontakt/)\n\n<Knap tekst="Ansøg nu" adresse="/ansoeg/" />\n\n</NaesteSkridt>',
	],
	['quotation marks in a button', '<Knap tekst="Gå til &quot;forsiden&quot;" adresse="/" />'],
	['a choice', '<Oplysning navn="retsgrundlag" />'],
];

/** Typed into the text, a paragraph each. */
export const typed: readonly (readonly [text: string, fate: Fate])[] = [
	['I dag mødes vi.', 'saved'],
	['Å er en flod.', 'saved'],
	['Den 24. december er lukket.', 'saved'],
	['A & B', 'saved'],
	['AT&T', 'saved'],
	['50 % af § 5', 'saved'],
	['5 * 3 * 2', 'saved'],
	['fil_navn', 'saved'],
	['mødet_i_maj', notBold],
	['Se [her]', 'saved'],
	['(1) først', 'saved'],
	['9-12 og 13–15', 'saved'],
	['”citat” her', 'saved'],
	['#1 er her', 'saved'],
	['100,-', 'saved'],
	['- Herning', 'saved'],
	['## Hvornår?', 'saved'],
	['24. december er lukket.', number],
	['1. januar er lukket.', number],
	['1) først', number],
	['• Herning', asList],
	['o Herning', asList],
	['> citat', /./],
	['`kode`', /./],
	['C:\\mappe', sign],
	['2 < 3', sign],
	['<KortFortalt>', /./],
	['{navn}', sign],
	['~5 km', sign],
	['**vigtigt', notBold],
	['Se www.politi.dk', /markér ordene, og tryk på Link/],
	['import x from y', /som om den var kode/],
];

const word = (body: string) =>
	`<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=DA><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const p = (text: string, more = '') =>
	`<p class=MsoNormal${more}><span lang=DA style='font-size:11.0pt'>${text}<o:p></o:p></span></p>`;
const item = (mark: string, text: string, level = 1) =>
	`<p class=MsoListParagraph style='margin-left:${36 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
const wordTable = (...rows: string[][]) =>
	`<table class=MsoTableGrid border=1 style='border-collapse:collapse'>${rows
		.map(
			(cells) =>
				`<tr>${cells.map((cell) => `<td width=200 valign=top>${cell}</td>`).join('')}</tr>`,
		)
		.join('')}</table>`;

/** Pasted from other programs, and the Markdown that is saved. */
export const pasted: readonly (readonly [name: string, html: string, fate: string | RegExp])[] = [
	[
		'Word: two paragraphs',
		word(p('Et afsnit.') + p('Et <b>vigtigt</b> afsnit.')),
		'Et afsnit.\n\nEt **vigtigt** afsnit.',
	],
	['Word: a heading', word('<h2>Hvornår?</h2>' + p('I dag.')), '## Hvornår?\n\nI dag.'],
	[
		'Word: italics and a link',
		word(
			p(
				'Se <i>også</i> <a href="https://politi.dk/"><span style="color:blue">politiets side</span></a>.',
			),
		),
		'Se _også_ [politiets side](https://politi.dk/).',
	],
	[
		'Word: a table',
		word(wordTable([p('Hvem'), p('Hvor')], [p('Bo'), p('Ry')])),
		'| Hvem | Hvor |\n| - | - |\n| Bo | Ry |',
	],
	[
		'Outlook: a div with colour',
		'<div style="font-family:Aptos;color:rgb(0,0,0)">Kom til møde.</div>',
		'Kom til møde.',
	],
	[
		'Teams: a message',
		'<div><p>Hej alle</p><p>Vi ses&nbsp;i morgen.</p></div>',
		'Hej alle\n\nVi ses\u00a0i morgen.',
	],
	[
		'Excel: cells',
		'<table><tr><td>Hvem</td><td>Hvor</td></tr><tr><td>Bo</td><td>Ry</td></tr></table>',
		'| Hvem | Hvor |\n| - | - |\n| Bo | Ry |',
	],
	[
		'Google Docs: bold by style',
		'<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Kom </span><span style="font-weight:700">nu</span></p></b>',
		'Kom **nu**',
	],
	[
		'Google Docs: a list',
		'<b style="font-weight:normal" id="docs-internal-guid-2"><ul><li dir="ltr"><p dir="ltr">Et</p></li><li dir="ltr"><p dir="ltr">To</p></li></ul></b>',
		'- Et\n- To',
	],
	['a numbered list', '<ol><li>Et</li><li>To</li></ol>', '1. Et\n2. To'],
	[
		'a list in a list',
		'<ul><li>Et<ul><li>Halvandet</li></ul></li><li>To</li></ul>',
		'- Et\n    - Halvandet\n- To',
	],
	['PDF: a broken line', '<p>Kom til<br>møde.</p>', 'Kom til\\\nmøde.'],
	['Word: two dates', word(p('24. december er lukket.') + p('1. januar er lukket.')), number],
	[
		'Word: a list of two levels',
		word(item('·', 'Et punkt') + item('o', 'Et underpunkt', 2)),
		asList,
	],
	['Word: a numbered list', word(item('3.', 'Tre') + item('4.', 'Fire')), number],
	[
		'Word: a field of two lines',
		word(wordTable([p('Hvem'), p('Hvornår')], [p('Bo'), p('9-12') + p('13-15')])),
		/./,
	],
	['Outlook: a folder on a server', '<p>Den ligger på \\\\server\\mappe.</p>', sign],
	[
		'Excel: a field with a line between',
		'<table><tr><td>Hvem</td><td>Hvor</td></tr><tr><td>Bo | Ib</td><td>Ry</td></tr></table>',
		/./,
	],
	['Teams: a quotation', '<blockquote><p>Kom til møde.</p></blockquote>', /./],
	['PDF: bullets as signs', '<p>• Et</p><p>• To</p>', asList],
	['a web page: less than', '<p>Børn &lt;3 år</p>', sign],
];
