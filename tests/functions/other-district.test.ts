import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFiles } from '#content/files.ts';
import { fieldsAt } from '#content/schema/field.ts';
import { settingsSchema } from '#content/schema/site-settings.ts';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { expiryOf } from '#site/security-txt.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { anApplication } from '../support/application.ts';
import { HtmlPage } from '../support/html-page.ts';
import { Mailbox } from '../support/mailbox.ts';
import { address, otherDistrict, projectLead, published } from '../support/other-district.ts';
import { readingTime, type Site, startSite } from '../support/site.ts';

const shownPhone = '21 22 33 44';

/** Every name and fact of this district, and every longer line of its pages. */
const facts = [
	settings.district,
	settings.authority.name,
	settings.authority.url,
	...settings.municipalities,
	settings.projectLead.name,
	settings.projectLead.name.toUpperCase(),
	settings.projectLead.email,
	settings.projectLead.phone.replace('+45', ''),
	settings.projectLead.phone.replace('+45', '').replace(/(..)(?!$)/g, '$1 '),
];
const lines = Object.entries(contentFiles('.'))
	.filter(([file]) => file.endsWith('.mdx') || file.endsWith('.md'))
	.flatMap(([, text]) => text.split('\n'))
	.map((line) => line.replace(/^(- |#+ |\w+: )/, '').trim())
	// The numbers of the police are the same in every district, and said in the same words.
	.filter((line) => line.length > 45 && !/[<[{]|ring 11[24]/.test(line));

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

let root: string;
let site: Site;
let mailbox: Mailbox;

// One build and one server for all of them.
beforeAll(async () => {
	root = await otherDistrict();
	mailbox = await Mailbox.open();
	site = await startSite(localEnvironment(mailbox.url), root);
});
afterAll(async () => {
	await site.stop();
	await mailbox.close();
});

const builtPage = (path: string) =>
	new HtmlPage(readFileSync(join(root, 'dist', path, 'index.html'), 'utf8'));

async function post(path: string, fields: Record<string, string>): Promise<HtmlPage> {
	const response = await fetch(new URL(path, site.url), {
		method: 'POST',
		body: new URLSearchParams(fields),
	});
	return new HtmlPage(await response.text());
}

function expectOtherLead(page: HtmlPage, where: string): void {
	expect(wordsOfThisOne(page.html), where).toEqual([]);
	const footer = page.one('footer');
	expect(footer.visibleText, where).toContain(`${projectLead.name}, ${projectLead.title}`);
	expect(footer.one('a', { href: `tel:${projectLead.phone}` }).visibleText).toContain(shownPhone);
	expect(footer.one('a', { href: `mailto:${projectLead.email}` }).text).toBe(projectLead.email);
}

test('another district needs another content folder, and nothing else', () => {
	for (const file of ['dist', 'build'].flatMap((folder) => textFiles(join(root, folder)))) {
		expect(wordsOfThisOne(readFileSync(file, 'utf8')), file).toEqual([]);
	}
});

test('another project lead stands on every page', () => {
	const files = textFiles(join(root, 'dist')).filter((file) => file.endsWith('.html'));
	expect(files.length).toBeGreaterThan(7);
	for (const file of files) expectOtherLead(new HtmlPage(readFileSync(file, 'utf8')), file);
});

test('another project lead stands in full on the page to ask at, and for search engines', () => {
	const page = builtPage(paths.contact);
	expect(page.one('main').visibleText.replace(/\s+/g, ' ')).toContain(
		`kan du kontakte: ${projectLead.name}, ${projectLead.title}. Mail: ${projectLead.email}. Tlf: ${shownPhone}.`,
	);
	const facts = JSON.parse(page.one('script', { type: 'application/ld+json' }).text) as unknown;
	expect(facts).toMatchObject({
		contactPoint: {
			contactType: projectLead.title,
			name: projectLead.name,
			email: projectLead.email,
			telephone: projectLead.phone,
		},
	});
});

test('what the lead has answered stands on the page, and what nobody has answered stands nowhere', () => {
	const about = (of: string) => readFileSync(join(of, 'dist', paths.about, 'index.html'), 'utf8');
	expect(about(root)).toContain('Nej, det er frivilligt.');
	for (const { name, label } of fieldsAt(settingsSchema, ['practical'])) {
		const isAnswered = settings.practical[name as keyof typeof settings.practical] !== null;
		expect(about('.').includes(label), label).toBe(isAnswered);
	}
});

test('an answer of several lines is shown in several lines', () => {
	const answers = (path: string, tag: string) =>
		builtPage(path).all(tag, { class: 'whitespace-pre-line' });
	expect(answers(paths.privacy, 'p').map(({ text }) => text)).toContain(
		'Skovkredsens Vagt\nGranvej 1',
	);
	expect(answers(paths.about, 'dd').length).toBeGreaterThan(1);
	expect(builtPage(paths.about).html).toContain('white-space:pre-line');
});

test('a component may be on a page twice: no id is', () => {
	const page = builtPage(paths.about);
	expect(page.all('h2').filter(({ text }) => text === 'Kort fortalt')).toHaveLength(2);
	const ids = page.all('*', { id: true }).map(({ attributes }) => attributes.id);
	expect(ids).toEqual([...new Set(ids)]);
});

test('the form of the published site with every fact is the form, and no more is said', () => {
	const page = builtPage(paths.form);
	expect(page.all('form')).toHaveLength(1);
	expect(page.words).not.toContain('din egen maskine');
});

test('another project lead stands on every page of an application, and gets it', async () => {
	expectOtherLead(await post(paths.check, {}), 'the form with mistakes');
	const application = anApplication({ municipality: 'Egebæk' });
	const checked = await post(paths.check, application);
	expectOtherLead(checked, 'the check page');
	expect(checked.one('main').visibleText).toContain('Egebæk');
	await readingTime();
	const receipt = await post(paths.submit, checked.formTo(paths.submit));
	expectOtherLead(receipt, 'the receipt');
	expect(receipt.one('main').visibleText).toContain(projectLead.name);
	const refused = await post(paths.submit, { admin: '1' });
	expectOtherLead(refused, 'the page of other trouble');
	expect(refused.one('main').visibleText).toContain(shownPhone);

	await expect.poll(() => mailbox.emails()).toHaveLength(2);
	const emails = await mailbox.emails();
	expect(emails.map(({ to, reply_to: replyTo }) => [...to, ...replyTo]).toSorted()).toEqual(
		[
			[projectLead.email, application.email],
			[application.email, projectLead.email],
		].toSorted(),
	);
	const receiptMail = emails.find(({ to }) => to.includes(application.email));
	for (const part of [receiptMail?.text, new HtmlPage(receiptMail?.html ?? '').words]) {
		for (const fact of [projectLead.name, projectLead.title, projectLead.email, shownPhone]) {
			expect(part).toContain(fact);
		}
	}
	for (const { subject, text, html } of emails) {
		expect(wordsOfThisOne(`${subject} ${text} ${html}`)).toEqual([]);
	}
});

test('whoever finds a hole is told whom to write to, as plain text, for less than a year', async () => {
	const answer = await fetch(new URL(paths.security, site.url));
	expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	// The emulator knows the ending by itself; Netlify is told.
	expect(readFileSync(join(root, 'dist', '_headers'), 'utf8')).toContain(
		`\n${paths.security}\n  Content-Type: text/plain; charset=utf-8\n`,
	);
	const text = await answer.text();
	expect(text).toContain('Contact: mailto:hul@nabo.example\n');
	expect(text).toContain(`Canonical: ${address}${paths.security}\n`);
	expect(expiryOf(text)).toBe(published + 364 * 24 * 60 * 60_000);
});
