import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

const { resolve } = createRequire(import.meta.url);

/** Charis comes close to the typefaces of the pages, and is the same on every machine. */
const typefaces = { regular: typeface(400), bold: typeface(700) };

function typeface(weight: number) {
	const file = resolve(`@fontsource/charis-sil/files/charis-sil-latin-${weight}-normal.woff`);
	const { buffer } = new Uint8Array(readFileSync(file));
	return opentype.parse(buffer);
}

/** A line of text as the `d` of an SVG path, so that no machine's own typefaces have a say in it. */
export function outlined(
	text: string,
	{ x, y, size, weight }: { x: number; y: number; size: number; weight: keyof typeof typefaces },
): string {
	return typefaces[weight].getPath(text, x, y, size).toPathData(1);
}
