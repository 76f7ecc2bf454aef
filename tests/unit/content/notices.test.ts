import { expect, test } from 'vitest';
import { checkContent } from '#content/check.ts';
import { settingsFile } from '#content/source.ts';
import { content, findingsIn, head, testPage } from '../../support/broken-content.ts';

const front = 'content/pages/forside.mdx';

test('a changed sentence of the leaflet is noticed and stops nothing', () => {
	const changed = (content[front] ?? '').replace('Træerne i skoven', 'Buskene i skoven');
	const { mistakes, notices } = findingsIn({ [front]: changed });
	expect(mistakes).toEqual([]);
	expect(notices).toEqual([
		{
			file: front,
			line: 1,
			text: 'Folderens sætning står ikke ordret på siden: "Træerne i skoven hilser."',
		},
	]);
});

test('without the text of the leaflet, nothing is compared', () => {
	const changed = (content[front] ?? '').replace('Træerne', 'De');
	expect(findingsIn({ 'content/folder.md': undefined, [front]: changed })).toEqual({
		mistakes: [],
		notices: [],
	});
});

test('a missing mailbox for security is noticed', () => {
	const change = { file: settingsFile, from: '"hul@nabo.example"', to: 'null' };
	const { mistakes, notices } = findingsIn(change);
	expect(mistakes).toEqual([]);
	expect(notices.map(({ text }) => text)).toEqual([
		expect.stringContaining('Der er ingen postkasse til sikkerhed'),
	]);
});

test('each unknown word of a page is noticed once, on its first line', () => {
	const page = `${head}\nDer er fejl.\n\nEn fjel og en fjel til.\n`;
	const { notices } = checkContent({ [testPage]: page }, [], (word) => word !== 'fjel');
	expect(notices).toEqual([
		{ file: testPage, line: 9, text: expect.stringContaining('kender ikke "fjel"') as string },
	]);
});
