// Reviews the texts of a pull request: annotations on its lines, and a summary. The workflow runs it; elsewhere, it
// prints both.
import { appendFileSync } from 'node:fs';
import { checkContent } from '#content/check.ts';
import { contentFiles, publishedFiles } from '#content/files.ts';
import { danishDictionary } from './danish-words.ts';
import { annotationsOf } from './review/annotations.ts';
import { othersWork } from './review/history.ts';
import { placesOf, summaryOf } from './review/summary.ts';

const { BASE, CHANGED_FILES = '', GITHUB_STEP_SUMMARY } = process.env;
const root = process.cwd();
const files = contentFiles(root);
const changed = CHANGED_FILES.split('\n').filter(Boolean);
const { mistakes, notices } = checkContent(files, publishedFiles(root), await danishDictionary());
const content = changed.filter((file) => Object.hasOwn(files, file));
const report = {
	// Every mistake stops the change; a notice is of use where the change was made.
	mistakes,
	notices: [
		...notices.filter(({ file }) => changed.length === 0 || changed.includes(file)),
		...(BASE ? othersWork(BASE, content, root) : []),
	],
};
for (const line of annotationsOf(report)) console.log(line);
const summary = summaryOf(report, changed, files, placesOf(process.env));
if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, summary);
else console.log(summary);
process.exitCode = mistakes.length > 0 ? 1 : 0;
