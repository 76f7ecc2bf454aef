import { describe, expect, test } from 'vitest';
import { pageRules, siteRules } from '#content/check.ts';
import type { Report } from '#content/findings.ts';
import type { Examples } from '#content/rules/rule.ts';
import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';
import { contentWith, findingsIn, mistakesIn, published } from '../../support/broken-content.ts';

/** The module of each rule. */
const rules = Object.entries(
	import.meta.glob<Record<string, unknown>>(['/src/content/rules/*.ts', '!**/rule.ts'], {
		eager: true,
	}),
);

/** The messages of the rule in a module. */
function messagesOf(module: Record<string, unknown>, files: ContentFiles): Set<string> {
	const messages = new Set<string>();
	const report: Report = (_, text) => messages.add(text);
	const site = readSite(files, published);
	const exported = new Set(Object.values(module));
	for (const rule of siteRules) if (exported.has(rule)) rule(site, () => report);
	for (const rule of pageRules) {
		if (exported.has(rule)) for (const page of site.pages) rule(page, report, site);
	}
	return messages;
}

/** Each message with the lines of the examples that it is about. */
const sentences = new Map<string, string[]>();
for (const [file, module] of rules) {
	const { good, bad } = module.examples as Examples;
	describe(`the rule in ${file}`, () => {
		for (const example of good) {
			test(`accepts ${JSON.stringify(example)}`, () => {
				expect(mistakesIn(findingsIn(example))).toEqual([]);
			});
		}
		for (const example of bad) {
			test(`alone reports ${JSON.stringify(example)}`, () => {
				const { mistakes } = findingsIn(example);
				expect(new Set(mistakes.map(({ text }) => text))).toEqual(
					messagesOf(module, contentWith(example)),
				);
				expect(mistakes).not.toEqual([]);
				for (const { line, quote, text } of mistakes) {
					expect(text, 'the mistake, and what to do').toMatch(/^[^a-zæøå].*\. [A-ZÆØÅ].*\.$/s);
					sentences.set(text, [...(sentences.get(text) ?? []), `\t${line}: ${quote}`.trimEnd()]);
				}
			});
		}
	});
}

test('there are rules, and each has examples', () => {
	expect(rules).toHaveLength(pageRules.length + siteRules.length);
});

test('all messages are in one list for proofreading', async () => {
	const list = [...sentences].flat(2).join('\n');
	await expect(`${list}\n`).toMatchFileSnapshot('./mistakes.txt');
});
