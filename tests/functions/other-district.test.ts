import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFiles } from '#content/files.ts';
import { settings } from '#content/settings.ts';
import { settingFields } from '#content/table/settings.ts';
import { paths } from '#site/paths.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { anApplication } from '../support/application.ts';
import { buildWith } from '../support/changed-project.ts';
import { HtmlPage } from '../support/html-page.ts';
import { Mailbox } from '../support/mailbox.ts';
import { aLook, startSite } from '../support/site.ts';

/** Every name and fact of this district, and every longer line of its pages. */
const facts = [
	settings.district,
	settings.authority.name,
	settings.authority.url,
	...settings.municipalities,
	settings.projectLead.name,
	settings.projectLead.email,
	settings.projectLead.phone.replace('+45', ''),
	settings.projectLead.phone.replace('+45', '').replace(/(..)(?!$)/g, '$1 '),
];
const lines = Object.entries(contentFiles('.'))
	.filter(([file]) => file.endsWith('.mdx') || file.endsWith('.md'))
	.flatMap(([, text]) => text.split('\n'))
	.map((line) => line.replace(/^(- |#+ |\w+: )/, '').trim())
	.filter((line) => line.length > 45 && !/[<[{]/.test(line));

const wordsOfThisOne = (text: string) =>
	[...facts, ...lines].filter((words) =>
		new RegExp(`(?<!\\p{L})${RegExp.escape(words)}(?!\\p{L})`, 'u').test(text),
	);

/** Code without its comments, where a fact may serve as an example. */
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function textFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) =>
			/\.(html|xml|txt|json|svg|ts|astro|css|mjs|toml)$|_headers$|_redirects$/.test(file),
		)
		.map((file) => join(folder, file));
}

test('nothing of the district stands in code', () => {
	expect(lines.length).toBeGreaterThan(40);
	for (const file of ['src', 'netlify', 'scripts', 'public'].flatMap(textFiles)) {
		expect(wordsOfThisOne(withoutComments(readFileSync(file, 'utf8'))), file).toEqual([]);
	}
});

test('another district needs another content folder, and nothing else', async () => {
	const project = await buildWith({ content: 'tests/other-district/content' });
	const mailbox = await Mailbox.open();
	const site = await startSite(localEnvironment(mailbox.url), project.root);
	try {
		for (const file of ['dist', 'build'].flatMap((folder) =>
			textFiles(join(project.root, folder)),
		)) {
			expect(wordsOfThisOne(readFileSync(file, 'utf8')), file).toEqual([]);
		}
		// What the lead has answered stands on the page; what nobody has, stands nowhere.
		const about = (root: string) =>
			readFileSync(join(root, 'dist', paths.about, 'index.html'), 'utf8');
		expect(about(project.root)).toContain('Nej, det er frivilligt.');
		for (const [name, { label }] of Object.entries(settingFields.practical.fields)) {
			const isAnswered = settings.practical[name as keyof typeof settings.practical] !== null;
			expect(about('.').includes(label), label).toBe(isAnswered);
		}
		const post = async (path: string, fields: Record<string, string>) => {
			const response = await fetch(new URL(path, site.url), {
				method: 'POST',
				body: new URLSearchParams(fields),
			});
			return new HtmlPage(await response.text());
		};
		const application = anApplication({ municipality: 'Egebæk' });
		const checked = await post(paths.check, application);
		expect(checked.one('main').visibleText).toContain('Egebæk');
		await site.forward(aLook);
		const receipt = await post(paths.submit, checked.formTo(paths.submit));
		expect(receipt.one('main').visibleText).toContain('Bodil Vang');
		await expect.poll(() => mailbox.emails()).toHaveLength(2);
		for (const { subject, text, html } of await mailbox.emails()) {
			expect(wordsOfThisOne(`${subject} ${text} ${html}`)).toEqual([]);
		}
	} finally {
		await site.stop();
		await mailbox.close();
		await project.remove();
	}
});
