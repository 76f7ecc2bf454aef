import { describe, expect, test } from 'vitest';
import { pageRules, siteRules } from '#content/check.ts';
import type { Said, Tell } from '#content/report.ts';
import type { Examples } from '#content/rules/rule.ts';
import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';
import { contentWith, findingsIn, mistakesIn, published } from '../../support/broken-content.ts';

/** Every rule's file, with its examples. */
const rules = Object.entries(
	import.meta.glob<Record<string, unknown>>(['/src/content/rules/*.ts', '!**/rule.ts'], {
		eager: true,
	}),
);

/** What the rule in a module says when it is asked alone. */
function saidBy(module: Record<string, unknown>, files: ContentFiles): Set<string> {
	const said = new Set<string>();
	const tell: Tell = (_, ...words: Said) => said.add(words.join(' '));
	const site = readSite(files, published);
	const exported = new Set(Object.values(module));
	for (const rule of siteRules) if (exported.has(rule)) rule(site, () => tell);
	for (const rule of pageRules) {
		if (exported.has(rule)) for (const page of site.pages) rule(page, tell, site);
	}
	return said;
}

/** Each sentence, with the examples that an editor would read it of, and the lines in them. */
const told = new Map<string, string[]>();
for (const [file, module] of rules) {
	const { good, bad } = module.examples as Examples;
	describe(`the rule in ${file}`, () => {
		for (const example of good) {
			test(`lets pass ${JSON.stringify(example)}`, () => {
				expect(mistakesIn(findingsIn(example))).toEqual([]);
			});
		}
		for (const example of bad) {
			test(`alone has something to say of ${JSON.stringify(example)}`, () => {
				const { mistakes } = findingsIn(example);
				const lines = Map.groupBy(mistakes, ({ what, mend }) => `${what} ${mend}`);
				expect(new Set(lines.keys())).toEqual(saidBy(module, contentWith(example)));
				expect(mistakes).not.toEqual([]);
				for (const [sentence, places] of lines) {
					expect(sentence).toMatch(/^[^a-zæøå].* \S+.*\.$/s);
					const at = `\t${places.map(({ line }) => line).join()}: ${JSON.stringify(example)}`;
					told.set(sentence, [...(told.get(sentence) ?? []), at]);
				}
			});
		}
	});
}

test('there are rules, and each has examples', () => {
	expect(rules).toHaveLength(pageRules.length + siteRules.length);
});

test('what an editor reads of each example stands in one list, for whoever reads proof', async () => {
	const list = [...told].flat(2).join('\n');
	await expect(`${list}\n`).toMatchFileSnapshot('./mistakes.txt');
});
