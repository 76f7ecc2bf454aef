/**
 * What staff may come to write, each with what becomes of it: it is saved as it reads, or refused with these words.
 * `docs/decisions` says what the editor would make of those that are refused.
 */
type Fate = 'saved' | RegExp;

const number = /ville blive et punkt i en liste/;
const sign = /Tegnet ".+" kan ikke bruges/;
const asList = /begynder med et tegn for et punkt/;
const notBold = /tegn for fed eller kursiv/;
const elsewhere = /kan ikke bruges her/;

/** In the file of a page. */
export const written: readonly (readonly [name: string, text: string, fate: Fate])[] = [
	['two paragraphs', 'Et afsnit.\n\nEt til.', 'saved'],
	['bold', 'Det er **vigtigt** her.', 'saved'],
	['italics', 'Det er _vigtigt_ her.', 'saved'],
	['bold in italics', 'Det er _meget **vigtigt**_ her.', 'saved'],
	['italics in bold', 'Det er **meget _vigtigt_** her.', 'saved'],
	['a part of a word in bold', 'Tryg**hed**en er god.', 'saved'],
	['a whole paragraph in bold', '**Husk at ringe.**', 'saved'],
	['bold before a comma', 'Det er **vigtigt**, også nu.', 'saved'],
	['a link', 'Se [politiets side](https://politi.dk/).', 'saved'],
	['a link to a page of ours', '[Spørg os](/kontakt/).', 'saved'],
	['a bold link', 'Se [**politiets side**](https://politi.dk/).', 'saved'],
	['a link with bold in it', 'Se [politiets **egen** side](https://politi.dk/).', 'saved'],
	['a link to a number', 'Ring til [tolken](tel:+4512345678).', 'saved'],
	['a link with brackets in its address', 'Se [loven](https://politi.dk/a_(b)).', 'saved'],
	['a link with _ in its address', 'Se [loven](https://politi.dk/a_b_c).', 'saved'],
	['headings', '### Under\n\nTekst.', 'saved'],
	['a heading with a number', '### 24. december\n\nTekst.', 'saved'],
	['a heading with italics', '### Det _hele_\n\nTekst.', 'saved'],
	['a list', '- Et\n- To', 'saved'],
	['a list of links', '- [Spørg os](/kontakt/)\n- [Forsiden](/)', 'saved'],
	['a list in a list', '- Et\n    - Et og et halvt\n- To', 'saved'],
	['three lists in each other', '- Et\n    - To\n        - Tre', 'saved'],
	['a numbered list', '1. Et\n2. To\n3. Tre', 'saved'],
	['bullets in a numbered list', '1. Et\n    - Mere\n2. To', 'saved'],
	['a list after a paragraph', 'Husk:\n\n- Et\n- To', 'saved'],
	['a numbered list after bullets', '- Et\n- To\n\n1. Tre\n2. Fire', 'saved'],
	['a year in a bullet', '- 24\\. december', 'saved'],
	['a table', '| Hvem | Hvor |\n| --- | --- |\n| Bo | Ry |', 'saved'],
	['a table with an empty field', '| Hvem | Hvor |\n| --- | --- |\n| Bo |  |', 'saved'],
	['a table with bold and links', '| Hvem | Hvor |\n| --- | --- |\n| **Bo** | [Ry](/) |', 'saved'],
	[
		'a table of five columns',
		'| A | B | C | D | E |\n| --- | --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 | 5 |',
		'saved',
	],
	['a table of one column', '| Hvem |\n| --- |\n| Bo |', 'saved'],
	['a line break', 'Politiet\\\nHerning', 'saved'],
	['a date in a sentence', 'Den 24. december og 1. januar er lukket.', 'saved'],
	['a name of a file', 'Se fil_navn her.', 'saved'],
	['a name with two _', 'Se mødet_i_maj her.', notBold],
	['a sum', '5 \\* 3 er 15.', 'saved'],
	['brackets', 'Se [her] og (der).', 'saved'],
	['an ampersand', 'A & B, AT&T.', 'saved'],
	['signs', '§ 5, 50 %, 9–12, ”citat”, "citat", 1/2, #1, a+b, 100,-', 'saved'],
	['a number with a bracket in a sentence', 'Husk 1) ro og 2) tid.', 'saved'],
	['a hard space', 'Ring\u00a0112 nu.', 'saved'],
	['an emoji', 'Tak 🙂 for det.', 'saved'],
	['a component', '<Projektleder />', 'saved'],
	[
		'a component with a text',
		'<KortFortalt>\n\n- Et **vigtigt** punkt\n- Et til\n\n</KortFortalt>',
		'saved',
	],
	[
		'a component in another',
		'<NaesteSkridt>\n\n- [Spørg os](/kontakt/)\n\n<Knap tekst="Ansøg nu" adresse="/ansoeg/" />\n\n</NaesteSkridt>',
		'saved',
	],
	[
		'quotation marks in a button',
		'<Knap tekst="Gå til &quot;forsiden&quot;" adresse="/" />',
		'saved',
	],
	['a choice', '<Oplysning navn="retsgrundlag" />', 'saved'],
	['two dates', '24. december er lukket.\n\n1. januar er lukket.', number],
	['a date', '24. december er lukket.', number],
	['a date with its full stop escaped', '24\\. december er lukket.', number],
	['a list that begins with 3', '3. Tre\n4. Fire', number],
	['a field with a line between', '| Hvem | Hvor |\n| --- | --- |\n| Bo \\| Ib | Ry |', sign],
	['a folder on a server', 'Den ligger på \\\\\\\\server\\\\mappe.', sign],
	['less than', 'Børn \\<3 år.', sign],
	['less than in a button', '<Knap tekst="Børn &lt;3 år" adresse="/" />', sign],
	['a quotation', '> Et citat', elsewhere],
	['code', 'Brug `kode`.', elsewhere],
	['a block of code', '```\nkode\n```', elsewhere],
	['a line across', 'Over.\n\n***\n\nUnder.', elsewhere],
	['a picture', '![Et træ](/billede.png)', elsewhere],
	['a link by reference', '[Spørg os][1]\n\n[1]: /kontakt/', elsewhere],
	['struck through', 'Det er ~~ikke~~ sådan.', sign],
	['a list with a gap in it', '- Et\n\n    Mere\n- To', elsewhere],
	['two lists after each other', '- Et\n\n* To', elsewhere],
	['HTML', '<b>Fed</b>', /./],
	['a comment', '{/* husk */}', elsewhere],
	['a character by its code', 'A &amp;amp; B', /kode med & og ;/],
	['italics by *, inside a word', '*tryg*heden', notBold],
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
