/** The picture that a shared link shows: the front page's drawing and question, with the settings' names. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { getEntry } from 'astro:content';
import sharp from 'sharp';
import { settings } from '#content/settings.ts';
import { outlined } from '#site/outlined.ts';

/** The drawing as the page has it, without its size, and the light colours that it is drawn in. */
async function drawing(): Promise<{ shapes: string; style: string }> {
	const component = await readFile('src/components/site/Landscape.astro', 'utf8');
	const tokens = await readFile('src/styles/tokens.css', 'utf8');
	const [, shapes = ''] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(component) ?? [];
	const [light = ''] = tokens.split('@media');
	const colours = [...light.matchAll(/--color-([\w-]+): (#\w+);/g)];
	return {
		shapes,
		style: colours
			.map(([, name = '', hex = '']) => `.fill-${name}{fill:${hex}}.stroke-${name}{stroke:${hex}}`)
			.join(''),
	};
}

export const GET: APIRoute = async () => {
	const front = await getEntry('pages', 'forside');
	const { shapes, style } = await drawing();
	// Two lines, as on the front page, if the question has several words.
	const words = (front?.data.title ?? settings.name).split(' ');
	const lines = [words.slice(0, 2).join(' '), words.slice(2).join(' ')];
	const text = [
		outlined(lines[0] ?? '', { x: 70, y: 150, size: 100, weight: 'bold' }),
		outlined(lines[1] ?? '', { x: 70, y: 252, size: 100, weight: 'bold' }),
		outlined(settings.name, { x: 72, y: 326, size: 38, weight: 'bold' }),
		outlined(settings.authority.name, { x: 72, y: 372, size: 32, weight: 'regular' }),
	].join('');
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
		<style>${style}</style>
		<rect width="1200" height="630" class="fill-sky" />
		<svg y="297" width="1200" height="333" viewBox="0 0 1440 400" preserveAspectRatio="xMidYMax slice" fill="none">${shapes}</svg>
		<path class="fill-ink" d="${text}" />
	</svg>`;
	const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
	return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
