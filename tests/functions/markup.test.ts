import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { type Document, everyDocument } from '../support/documents.ts';
import { expect, test } from '../support/functions.ts';
import { HtmlPage } from '../support/html-page.ts';

const validator = new HtmlValidate({
	extends: ['html-validate:recommended'],
	rules: {
		// Astro and Preact write tags and attributes in their own way, all of it allowed.
		'attribute-boolean-style': 'off',
		'attribute-empty-style': 'off',
		'doctype-style': 'off',
		'no-trailing-whitespace': 'off',
		'void-style': 'off',
		// The stylesheet keeps numbers on one line; a special space would be copied along with them.
		'tel-non-breaking': 'off',
	},
});

test('html-validate finds nothing to mend, and each document has one main heading', async ({
	functions,
	mailbox,
}) => {
	const documents = await everyDocument(functions, mailbox);
	expect(documents.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['/', '/folder/', 'mistakes', 'receipt']),
	);
	expect(documents.filter(({ name }) => name.startsWith('e-mail'))).toHaveLength(3);
	for (const { name, html } of documents) {
		const { results } = await validator.validateString(html);
		const found = results.flatMap(({ messages }) =>
			messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
		);
		expect.soft(found, name).toEqual([]);
		const page = new HtmlPage(html);
		expect.soft(page.all('h1'), name).toHaveLength(1);
		expect.soft(page.all('*', { style: true }), name).toEqual([]);
	}
});

/** The Nu HTML checker. */
const jar = resolve('tools', 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
const hasChecker = existsSync(jar);

test.skipIf(!hasChecker || !hasJava())(
	'the Nu HTML checker finds nothing to mend',
	{ meta: { needs: hasChecker ? 'Java is not installed' : 'npm run test:nightly installs it' } },
	async ({ functions, mailbox }) => {
		expect(await checkedByNu(await everyDocument(functions, mailbox))).toEqual([]);
	},
);

/** Whether there is a Java that starts; the one that macOS comes with does not. */
function hasJava(): boolean {
	try {
		execFileSync('java', ['-version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Everything that the checker says about the documents, its notes included; one start for them all. */
async function checkedByNu(documents: readonly Document[]): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'nu-'));
	const files = documents.map((_, at) => join(folder, `${at}.html`));
	await Promise.all(documents.map(({ html }, at) => writeFile(files[at] ?? '', html)));
	const report = await new Promise<string>((done) => {
		execFile('java', ['-Xss4m', '-jar', jar, '--format', 'json', ...files], (_, out, errors) =>
			// Where something is found, the checker ends with 1 and reports on the error stream.
			done(errors || out),
		);
	});
	await rm(folder, { recursive: true });
	const { messages } = JSON.parse(report) as {
		messages: { url: string; message: string; extract?: string }[];
	};
	// Preact ends empty elements as in XML and quotes every value, so the slash does what it says: nothing.
	const told = messages.filter(({ message }) => !message.startsWith('Trailing slash on void'));
	return told.map(({ url, message, extract }) => {
		const at = Number(/(\d+)\.html$/.exec(url)?.[1]);
		return `${documents[at]?.name ?? url}: ${message} ${extract ?? ''}`;
	});
}
