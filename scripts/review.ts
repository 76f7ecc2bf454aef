// Tells an editor's pull request what is wrong with its texts: on the changed lines, and in a summary. The workflow
// runs it; anywhere else it prints both.
import { appendFileSync } from 'node:fs';
import { checkContent } from '#content/check/check.ts';
import { contentFiles, publishedFiles } from '#content/files.ts';
import { danishDictionary } from './danish-words.ts';
import { annotationsOf } from './review/annotations.ts';
import { summaryOf } from './review/summary.ts';

const { CHANGED_FILES = '', GITHUB_STEP_SUMMARY, PREVIEW_URL, SITE_URL } = process.env;
const root = process.cwd();
const report = checkContent(contentFiles(root), publishedFiles(root), await danishDictionary());
for (const line of annotationsOf(report)) console.log(line);
const summary = summaryOf(report, CHANGED_FILES.split('\n').filter(Boolean), {
	site: SITE_URL,
	preview: PREVIEW_URL,
});
if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, summary);
else console.log(summary);
process.exitCode = report.mistakes.length > 0 ? 1 : 0;
