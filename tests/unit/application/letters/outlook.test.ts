import { expect, test } from 'vitest';
import { HtmlPage } from '../../../support/html-page.ts';
import { toLead } from '../../../support/letters.ts';

/*
 * Outlook on Windows renders with Word. The CSS that it supports is taken from caniemail.com, client outlook.windows,
 * version 2019.
 */
const supported = [
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

/** Properties that Word ignores, and why a letter can be read without them. */
const ignored = {
	border: 'the row for a spreadsheet has its heading',
	'border-bottom': 'unreliable on a paragraph: the sender is on a line of its own',
	'border-left': 'unreliable on a paragraph: a mark begins with "Bemærk" and has its colour',
	'color-scheme': 'Outlook darkens by itself',
	display: 'phone and e-mail are lines of text',
	'max-width': 'lines as wide as the window',
	'overflow-wrap': 'Word breaks long words by itself',
	padding: 'only of cells: text begins at the edge of its background',
	'padding-bottom': 'as padding',
	'white-space': 'a pre keeps its tabs, and Word wraps it',
};

const style = new HtmlPage(toLead().html).one('style').text;
const light = style.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');

test('Outlook 2019 supports each property of a letter, or the letter can be read without it', () => {
	const properties = [...light.matchAll(/[{;]\s*([\w-]+):/g)].map(([, name = '']) => name);
	expect(properties.length).toBeGreaterThan(20);
	const unknown = properties.filter((name) => !supported.includes(name) && !(name in ignored));
	expect(unknown).toEqual([]);
	for (const name of Object.keys(ignored)) expect(properties, `${name} is gone`).toContain(name);
});

test('Outlook 2019 supports each unit, function and selector of a letter', () => {
	expect(light).not.toMatch(/\d(?:rem|em|vw|vh|%)\b|var\(|calc\(|rgb|hsl|!important/);
	const selectors = [...light.matchAll(/([^{}]+)\{/g)].map(([, names = '']) => names.trim());
	for (const selector of selectors) expect(selector).toMatch(/^(:root|[a-z0-9]+|\.[a-z]+|,|\s)+$/);
});

test('a letter consists of headings and paragraphs without inline styles', () => {
	const { descendants } = new HtmlPage(toLead().html).one('body');
	const tags = new Set(descendants.map(({ tag }) => tag));
	expect([...tags].toSorted()).toEqual(['a', 'br', 'div', 'h1', 'h2', 'p', 'pre']);
	for (const { attributes } of descendants) expect(attributes).not.toHaveProperty('style');
});
