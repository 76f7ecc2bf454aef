import { questionNames } from '#application/asking/questions.ts';
import { check } from '#application/asking/rules.ts';
import { notices, refusal, troubles, unsure } from '#application/form/messages.ts';
import { contentFiles } from '#content/files.ts';
import { highestLix, lixOf, wordsOf } from '#content/lix.ts';
import { settings } from '#content/settings.ts';
import { danishDictionary } from '../../scripts/danish-words.ts';
import { questions } from '../support/application.ts';
import { everyDocument } from '../support/documents.ts';
import { expect, test } from '../support/functions.ts';
import { HtmlPage } from '../support/html-page.ts';

// `npm run content` checks what editors write: it fails no test.
const editors = Object.values(contentFiles(process.cwd())).join('\n').replaceAll(/\s+/g, ' ');
const ofEditors = new Set(wordsOf(editors));

/** Addresses and references are no words. */
const noWord = /localhost:\d+\S*|\b[3-9A-Y]{4}-[3-9A-Y]{4}\b/g;

function linesOf(html: string): string[] {
	// Two elements side by side are two words, whatever stands between them.
	const { visibleText } = new HtmlPage(html.replaceAll('<', ' <')).one('body');
	return visibleText
		.split('\n')
		.map((line) => line.replace(noWord, '').replace(/\s+/g, ' ').trim());
}

/** What we say ourselves, on pages, in letters and about mistakes, each sentence once. */
async function ourWords(documents: Promise<readonly { html: string }[]>): Promise<string[]> {
	const shown = (await documents).flatMap(({ html }) => linesOf(html));
	const said = [
		...Object.values(troubles).flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
		...Object.values(notices),
		unsure(settings),
		refusal({ kind: 'preview' }, true, settings),
		...[true, false].map((isFirst) => refusal({ kind: 'unready', missing: [] }, isFirst, settings)),
	];
	const nothing = check({}, questions);
	const tooMuch = check(
		Object.fromEntries(questionNames.map((name) => [name, 'x'.repeat(5000)])),
		questions,
	);
	const mistakes = [nothing, tooMuch].flatMap((each) =>
		each.kind === 'invalid' ? each.mistakes.map(({ message }) => message) : [],
	);
	return [...new Set([...shown, ...said, ...mistakes])].filter(
		(line) => /\p{L}{2}/u.test(line) && !editors.includes(line),
	);
}

test('what we say ourselves is spelt right and easy to read', async ({ functions, mailbox }) => {
	const lines = await ourWords(everyDocument(functions, mailbox));
	const knows = await danishDictionary();
	const words = lines.flatMap(wordsOf);
	console.log(`      ${words.length} words, LIX ${lixOf(lines)}`);
	expect(words.length).toBeGreaterThan(700);
	expect(words.filter((word) => !ofEditors.has(word) && !knows(word))).toEqual([]);
	expect(lixOf(lines)).toBeLessThanOrEqual(highestLix);
});
