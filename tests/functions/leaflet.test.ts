import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { settings } from '#lib/content/settings.ts';
import { HtmlPage } from '../support/html-page.ts';
import { sections } from '../support/leaflet.ts';

function pageAt(address: string): HtmlPage {
	return new HtmlPage(readFileSync(join('dist', address, 'index.html'), 'utf8'));
}

test('the copy of the leaflet is whole', () => {
	expect(sections.map(({ sentences }) => sentences.length)).toEqual([4, 6, 4, 6, 3]);
});

for (const { address, heading, sentences } of sections) {
	test.describe(`"${heading}" stands on ${address}`, () => {
		for (const sentence of sentences) {
			test(sentence, () => {
				expect(pageAt(address).one('main').visibleText.replace(/\s+/g, ' ')).toContain(sentence);
			});
		}
	});
}

test('the headings of the leaflet are headings of their pages', () => {
	for (const address of ['/hvad-er-en-tryghedsambassadoer/', '/kontakt-politiet/']) {
		const section = sections.find((each) => each.address === address);
		expect(pageAt(address).one('h1').text).toBe(section?.heading);
	}
	expect(pageAt('/').title).toContain(settings.name);
});
