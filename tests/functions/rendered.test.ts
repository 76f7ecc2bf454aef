import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { questionNames } from '#application/asking/questions.ts';
import { bundling } from '#netlify/build/bundle-functions.ts';
import * as page from '#netlify/adapters/page.tsx';
import * as letters from '#application/letters/html.ts';
import { theChecked } from '../support/application.ts';

type Pages = typeof page;
type Letters = typeof letters;

const fields = {
	name: `Ib "O'Brien" <ib> & søn`,
	network: '\nLinje 1\n\n</textarea><b>linje 3</b>',
	confirmation: 'ja',
};
const mistakes = questionNames.map((name) => ({ name, message: `Ret <${name}> & "prøv" igen` }));

async function everythingBy({ formPage, checkPage, receiptPage, troublePage }: Pages) {
	const pages = [
		formPage(422, fields, { mistakes, notice: 'Vent <lidt>' }),
		checkPage(200, fields, theChecked(), 'kode', { notice: 'Se "her"' }),
		receiptPage({ reference: 'K7M4-QX9R', at: 0, hasReceipt: true }, 'ansoegning@eksempel.dk'),
		troublePage(500, 'failure'),
	];
	return Promise.all(pages.map(async (each) => (await each).text()));
}

function letterBy({ htmlOf }: Letters): string {
	return htmlOf({
		subject: 'Ny <ansøgning>',
		blocks: [
			{ heading: 'Hvem & hvor', lines: ['Åse "Ø"', { text: 'Ring', href: 'tel:+4520304050' }] },
			{ look: 'reference', lines: ['K7M4-QX9R'] },
		],
	});
}

test('a bundled function writes pages and letters as the whole of Preact does', async () => {
	await mkdir('.netlify', { recursive: true });
	const folder = await mkdtemp(join(process.cwd(), '.netlify', 'rendered-'));
	try {
		await build({
			...(await bundling(process.cwd())),
			entryPoints: {
				page: 'netlify/adapters/page.tsx',
				letters: 'src/application/letters/html.ts',
			},
			outdir: folder,
		});
		const bundled = (name: string): Promise<unknown> => import(join(folder, `${name}.mjs`));
		expect(await everythingBy((await bundled('page')) as Pages)).toEqual(await everythingBy(page));
		expect(letterBy((await bundled('letters')) as Letters)).toBe(letterBy(letters));
	} finally {
		await rm(folder, { recursive: true });
	}
});
