import { expect, test } from 'vitest';
import { settingsFile } from '#content/source.ts';
import { content, head, reportOf, testPage } from '../../support/broken-content.ts';

const front = 'content/pages/forside.mdx';

test('a sentence that is no longer the leaflet’s is noticed, and stops nothing', () => {
	const changed = (content[front] ?? '').replace('Træerne i skoven', 'Buskene i skoven');
	const { mistakes, notices } = reportOf({ files: { ...content, [front]: changed } });
	expect(mistakes).toEqual([]);
	expect(notices).toEqual([
		{
			file: front,
			line: 1,
			text: 'Folderens sætning står ikke ordret på siden: "Træerne i skoven hilser."',
		},
	]);
});

test('without a copy of the leaflet, nothing is compared with it', () => {
	const files = Object.fromEntries(
		Object.entries(content).filter(([file]) => !file.endsWith('folder.md')),
	);
	expect(
		reportOf({ files: { ...files, [front]: (files[front] ?? '').replace('Træerne', 'De') } }),
	).toEqual({
		mistakes: [],
		notices: [],
	});
});

test('it is noticed that nobody is told of holes in the site', () => {
	const settings = (content[settingsFile] ?? '').replace('"hul@nabo.example"', 'null');
	const { mistakes, notices } = reportOf({ settings });
	expect(mistakes).toEqual([]);
	expect(notices.map(({ text }) => text)).toEqual([
		expect.stringContaining('Der er ingen postkasse til sikkerhed'),
	]);
});

test('the leaflet’s own way to write 1-1-2 is the leaflet’s', () => {
	expect(content[front]).toContain('1-1-2');
	expect(reportOf({ files: content }).mistakes).toEqual([]);
});

test('headings that cannot be told apart are noticed, and stop nothing', () => {
	const page = `${head}\n## Hvem?\n\nBo.\n\n## Hvem?\n\nIb.\n`;
	expect(reportOf({ page })).toEqual({
		mistakes: [],
		notices: [
			{ file: testPage, line: 11, text: 'Overskriften "Hvem?" står flere gange på siden.' },
		],
	});
});
