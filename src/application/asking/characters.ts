/** Line breaks of Windows, old Macs, Word (vertical tab, page break) and Unicode. */
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Invisible characters. The group captures those that change what a person sees: joiners and styles of an emoji, the
 * tags of a flag, joiners in Persian and Indic words, variants of an East Asian letter. All others are copied by
 * accident from Word, Teams, contacts or a PDF: controls, direction marks, zero-width characters, soft hyphens,
 * fillers, placeholders of pictures.
 */
const invisible =
	/((?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Lo}\p{Extended_Pictographic}])\p{Variation_Selector}|(?<=[\d#*])\ufe0f(?=\u20e3)|(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]{0,5})[\u{e0020}-\u{e007f}]|(?<=[\p{L}\p{M}])(?<![\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}])[\u200c\u200d])|(?![\n\t])\p{Cc}|[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc]/gu;

/** Private-use characters of the symbol font of Word and Outlook. Nearly all are bullets, and no other font has them. */
const symbol = /[\uf020-\uf0ff]/g;

/**
 * More accents on one letter than any language has (UAX 15, stream-safe text). To normalise half a million of them takes
 * minutes.
 */
const accents = /\p{M}{31}/u;

/** Normalises line breaks, spaces and accents (é, not e + accent), removes invisible characters, and trims. */
export function cleanText(text: string): string {
	const visible = text
		.replace(lineBreak, '\n')
		.replace(invisible, '$1')
		.replace(symbol, '•')
		.replace(/[\p{Zs}\u2800]/gu, ' ')
		.trim();
	return accents.test(visible) ? visible : visible.normalize('NFC');
}

/** {@link cleanText} in one line, with one space for each run of white space. */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/\s+/g, ' ');
}

/** Typographic characters in addresses and numbers, and what a keyboard types instead. */
const typographic: readonly (readonly [RegExp, string | ((character: string) => string)])[] = [
	[/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
	[/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)],
	[/[\u2010-\u2015\u2043\u2212\ufe58\ufe63]/g, '-'],
	[/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'"],
	[/[\u201c-\u201f\u00ab\u00bb]/g, '"'],
];

/** Replaces typographic characters in an address or a number. The length does not change, and so no position does. */
export function toKeyboardCharacters(text: string): string {
	return typographic.reduce(
		(plain, [character, key]) => plain.replace(character, key as string),
		text,
	);
}

/**
 * Counts characters as a person does: a family of emoji is one. A character of more than ten code points counts once
 * for each ten, so that a pile of accents cannot evade a limit.
 */
export function lengthOf(text: string): number {
	// Intl's data takes seven megabytes, so it is loaded only for characters of several code points.
	if (!/[\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text))
		return [...text].length;
	return [...new Intl.Segmenter('da').segment(text)].reduce(
		(count, { segment }) => count + Math.ceil([...segment].length / 10),
		0,
	);
}

/** Whether a text has a visible character. An accent alone is none. */
export function isVisible(text: string): boolean {
	return /[^\p{C}\p{Z}\p{M}]/u.test(text);
}

/** Whether a text contains �, which a decoder puts in place of what it cannot read. */
export function hasLostCharacters(text: string): boolean {
	return text.includes('\ufffd');
}
