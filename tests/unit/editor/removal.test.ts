import { expect, test } from 'vitest';
import { partingWords, successorsIn } from '#editor/removal.ts';

const page = (title: string, body = '', more = '') =>
	`---\ntitle: ${title}\nintro: a\ndescription: b\n${more}---\n\n${body}\n`;
const files = {
	'content/pages/forside.mdx': page('Velkommen'),
	'content/pages/moede.mdx': page('Mødet'),
	'content/pages/om.mdx': page('Om os', '[Læs om mødet](/moede/#tid)'),
	'content/pages/gammel.mdx': page('Gammel', '[Læs om mødet](/moede/)', 'leadsTo: /om/\n'),
	'content/folder.md': '## /om/ Om os\n\nHvem vi er.\n',
};

test('an address can lead to every page that is there', () => {
	expect(successorsIn(files)).toEqual([
		{ value: '', label: 'Nej, siden skal blive' },
		{ value: '/', label: 'Ja, og adressen skal føre til ”Forsiden”' },
		{ value: '/moede/', label: 'Ja, og adressen skal føre til ”Mødet”' },
		{ value: '/om/', label: 'Ja, og adressen skal føre til ”Om os”' },
	]);
});

test('whoever takes a page away is told what leads to it', () => {
	expect(partingWords('moede', '/', files)).toBe(
		'Siden forsvinder fra webstedet og menuen. Den, der bruger adressen /moede/, kommer til ”Forsiden”. Der er links til siden på ”Om os”.',
	);
	expect(partingWords('om', '/moede/', files)).toContain('Den trykte folder hører til siden.');
});
