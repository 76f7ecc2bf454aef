import { create } from 'fontkit';
import subsetFont from 'subset-font';

/** The letters that the names of symbols are written with. */
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789_';

/**
 * The typeface of the editor's symbols with those that its code names: 18 kB of 753. A symbol is drawn where
 * its name is written in that typeface, as a ligature of its letters.
 */
export function symbolsNamedIn(code: string, typeface: Uint8Array): Promise<Uint8Array> {
	const font = create(Buffer.from(typeface));
	if (font.type !== 'WOFF2') throw new Error(`The symbols come as ${font.type}.`);
	const places = new Map(
		font.characterSet.map((place) => [font.glyphForCodePoint(place).id, place]),
	);
	const names = new Set(
		[...code.matchAll(/[`"']([a-z][a-z\d_]+)[`"']/g)].map(([, name = '']) => name),
	);
	const symbols = [...names].flatMap((name) => {
		const [glyph, ...more] = font.layout(name).glyphs;
		return glyph && more.length === 0 ? (places.get(glyph.id) ?? []) : [];
	});
	return subsetFont(Buffer.from(typeface), letters + String.fromCodePoint(...symbols), {
		targetFormat: 'woff2',
		noLayoutClosure: true,
		variationAxes: { wght: 400 },
	});
}
