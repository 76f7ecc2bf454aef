/** Line breaks of every kind: of Windows and old Macs, Word's vertical tab and page break, and those of Unicode. */
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Invisible characters. Those in the group are a part of what one sees, and stay: joiners and styles of an
 * emoji, the tags of a flag, joiners in Persian and Indic words, forms of an East Asian letter. All others
 * come along unseen from Word, Teams, contacts or a PDF: controls, direction marks, zero-width characters,
 * soft hyphens, fillers, the place of a picture.
 */
const invisible =
	/((?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Lo}\p{Extended_Pictographic}])\p{Variation_Selector}|(?<=[\d#*])\ufe0f(?=\u20e3)|(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]{0,5})[\u{e0020}-\u{e007f}]|(?<=[\p{L}\p{M}])(?<![\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}])[\u200c\u200d])|(?![\n\t])\p{Cc}|[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc]/gu;

/** The symbol font of Word and Outlook, whose characters no other font has: bullets, nearly always. */
const symbol = /[\uf020-\uf0ff]/g;

/** A text of several lines as a person sees it, with letters composed (é, not e + accent), and nothing blank around it. */
export function cleanText(text: string): string {
	return text
		.replace(lineBreak, '\n')
		.replace(invisible, '$1')
		.replace(symbol, '•')
		.replace(/[\p{Zs}\u2800]/gu, ' ')
		.normalize('NFC')
		.trim();
}

/** As above in one line, with one space for any blank. */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/\s+/g, ' ');
}

/** What a typographic character stands for in an address or a number. */
const typographic: readonly (readonly [RegExp, string | ((character: string) => string)])[] = [
	[/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
	[/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)],
	[/[\u2010-\u2015\u2043\u2212\ufe58\ufe63]/g, '-'],
	[/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'"],
	[/[\u201c-\u201f\u00ab\u00bb]/g, '"'],
];

/** An address or a number in the characters of a keyboard. Every character keeps its place. */
export function onKeyboard(text: string): string {
	return typographic.reduce(
		(plain, [character, key]) => plain.replace(character, key as string),
		text,
	);
}

/**
 * Characters as a person counts them: a family of emoji is one. A letter may carry nine accents; more of them
 * count as further characters, so that a limit stays a limit.
 */
export function lengthOf(text: string): number {
	// Intl's data costs a function seven megabytes: only where characters can be made of several code points.
	if (!/[\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text))
		return [...text].length;
	return [...new Intl.Segmenter('da').segment(text)].reduce(
		(count, { segment }) => count + Math.ceil([...segment].length / 10),
		0,
	);
}

/** Whether there is anything to see: a lone accent is no answer. */
export function isVisible(text: string): boolean {
	return /[^\p{C}\p{Z}\p{M}]/u.test(text);
}

/** Whether a character was lost on the way: what could not be decoded arrives as �. */
export function hasLostCharacters(text: string): boolean {
	return text.includes('\ufffd');
}
