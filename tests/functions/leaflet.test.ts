import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { settings } from '#lib/content/settings.ts';
import { telephoneShown } from '#lib/site/phone.ts';
import { HtmlPage } from '../support/html-page.ts';

const { name, title, email, phone } = settings.projectLead;
const filledIn: Record<string, string> = { name, title, email, phone: telephoneShown(phone) };

/** The sections of the leaflet: the page that each belongs on, its heading and its sentences. */
const sections = readFileSync('tests/leaflet.md', 'utf8')
	.split(/^## /m)
	.slice(1)
	.map((section) => {
		const [first = '', ...lines] = section.split('\n');
		const [address = '', ...heading] = first.split(' ');
		const text = lines
			.join('\n')
			.replace(/\{(\w+)\}/g, (_, fact: string) => filledIn[fact] ?? fact);
		return { address, heading: heading.join(' '), sentences: sentencesIn(text) };
	});

/** Splits where a sentence ends and a capital letter begins the next one. */
function sentencesIn(text: string): string[] {
	return text
		.split(/\n\n|(?<=[.?!])\s+(?=[A-ZÆØÅ])/)
		.map((sentence) => sentence.replace(/\s+/g, ' ').trim())
		.filter(Boolean);
}

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
