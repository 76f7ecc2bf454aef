import { expect, test } from 'vitest';
import { HtmlPage } from '../../../support/html-page.ts';
import { toLead } from '../../../support/letters.ts';

/*
 * Outlook on Windows lays out with Word. What it knows of CSS is from caniemail.com, client
 * outlook.windows, version 2019.
 */
const known = [
	'background-color',
	'border-color',
	'color',
	'font',
	'font-size',
	'font-weight',
	'letter-spacing',
	'line-height',
	'margin',
	'margin-bottom',
];

/** What Word leaves out, and what the letter is without it. */
const missed = {
	border: 'the row for a spreadsheet has its heading',
	'border-bottom': 'unreliable on a paragraph: who writes stands on a line of its own',
	'border-left': 'unreliable on a paragraph: a mark begins with "Bemærk" and has its colour',
	'color-scheme': 'Outlook darkens by itself',
	display: 'phone and e-mail are lines of text',
	'max-width': 'lines as wide as the window',
	'overflow-wrap': 'Word breaks long words by itself',
	padding: 'only of cells: text begins at the edge of its ground',
	'padding-bottom': 'the same',
	'white-space': 'a pre keeps its tabs, and Word wraps it',
};

const style = new HtmlPage(toLead().html).one('style').text;
const light = style.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');

test('an old Outlook knows every property that the layout of a letter rests on', () => {
	const properties = [...light.matchAll(/[{;]\s*([\w-]+):/g)].map(([, name = '']) => name);
	expect(properties.length).toBeGreaterThan(20);
	const unheardOf = properties.filter((name) => !known.includes(name) && !(name in missed));
	expect(unheardOf).toEqual([]);
	for (const name of Object.keys(missed)) expect(properties, `${name} is gone`).toContain(name);
});

test('and every value and selector', () => {
	expect(light).not.toMatch(/\d(?:rem|em|vw|vh|%)\b|var\(|calc\(|rgb|hsl|!important/);
	const selectors = [...light.matchAll(/([^{}]+)\{/g)].map(([, names = '']) => names.trim());
	for (const selector of selectors) expect(selector).toMatch(/^(:root|[a-z0-9]+|\.[a-z]+|,|\s)+$/);
});

test('a letter is one column of headings and paragraphs, with nothing to lay out', () => {
	const { descendants } = new HtmlPage(toLead().html).one('body');
	const tags = new Set(descendants.map(({ tag }) => tag));
	expect([...tags].toSorted()).toEqual(['a', 'br', 'div', 'h1', 'h2', 'p', 'pre']);
	for (const { attributes } of descendants) expect(attributes).not.toHaveProperty('style');
});
