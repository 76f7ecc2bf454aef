import { describe, expect, test } from 'vitest';
import { checkContent, pageRules, siteRules } from '#content/check/check.ts';
import type { Example, Examples } from '#content/check/rule.ts';
import { type Reader, type Tell, wordedFor } from '#content/report.ts';
import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';
import { pageFieldNames } from '#content/table/page-lines.ts';
import { content, head, published, testPage } from '../../../support/broken-content.ts';

/** Every rule's file, with its examples. */
const rules = Object.entries(
	import.meta.glob<Record<string, unknown>>(
		['/src/content/check/*.ts', '!**/check.ts', '!**/rule.ts'],
		{ eager: true },
	),
);

function changedBy(example: Example): ContentFiles {
	const changes =
		typeof example === 'string'
			? { [testPage]: example.startsWith('---\n') ? example : `${head}\n${example}\n` }
			: example;
	const files = Object.entries({ ...content, ...changes });
	return Object.fromEntries(
		files.flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])),
	);
}

/** What the rule in a module says when it is asked alone, to one reader. */
function saidBy(module: Record<string, unknown>, files: ContentFiles, reader: Reader): string[] {
	const said = new Set<string>();
	const tell: Tell = (_, what, mend) => said.add(wordedFor(reader, `${what} ${mend}`));
	const site = readSite(files, published);
	const exported = new Set(Object.values(module));
	for (const rule of siteRules) if (exported.has(rule)) rule(site, () => tell);
	for (const rule of pageRules) {
		if (exported.has(rule)) for (const page of site.pages) rule(page, tell, site);
	}
	return [...said].toSorted();
}

const isSentence = /^[^a-zæøå].* \S+.*\.$/s;
/** A line's name in the file, and how something is written there. */
const ofFile = new RegExp(`\\((${pageFieldNames.join('|')}|#+)\\)|[Ii] filen`);

for (const [file, module] of rules) {
	const { good, bad } = module.examples as Examples;
	describe(`the rule in ${file}`, () => {
		for (const example of good) {
			test(`lets pass ${JSON.stringify(example)}`, () => {
				expect(checkContent(changedBy(example), published).mistakes).toEqual([]);
			});
		}
		for (const example of bad) {
			test(`has something to say of ${JSON.stringify(example)}`, () => {
				const files = changedBy(example);
				const said = saidBy(module, files, 'file');
				expect(said).not.toEqual([]);
				for (const each of said) expect(each).toMatch(isSentence);
				for (const each of saidBy(module, files, 'form')) {
					expect(each).toMatch(isSentence);
					expect(each, 'in the form nobody sees the file').not.toMatch(ofFile);
				}
				const { mistakes } = checkContent(files, published);
				const all = new Set(mistakes.map(({ what, mend }) => `${what} ${mend}`));
				expect([...all].toSorted(), 'no other rule has').toEqual(said);
			});
		}
	});
}

test('there are rules, and each has examples', () => {
	expect(rules).toHaveLength(pageRules.length + siteRules.length);
});
