import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { anApplication } from '../support/application.ts';
import { buildWith, type ChangedProject } from '../support/changed-project.ts';
import { HtmlPage } from '../support/html-page.ts';
import { Mailbox } from '../support/mailbox.ts';
import { aLook, type Site, startSite } from '../support/site.ts';

const successor = {
	name: 'Åse Østergård',
	title: 'projektchef',
	email: 'aase.ny@eksempel.dk',
	phone: '+4511223344',
};
const shownPhone = '11 22 33 44';

/** The old project lead in every way that the old one may be written. */
const { name, email, phone } = settings.projectLead;
const digits = phone.replace('+45', '');
const traces = [name, name.toUpperCase(), email, digits, digits.replace(/(..)(?!$)/g, '$1 ')];

const tracesIn = (text: string) => traces.filter((trace) => text.includes(trace));

let project: ChangedProject;
let site: Site;
let mailbox: Mailbox;

// One build and one server for all of them.
beforeAll(async () => {
	project = await buildWith({ settings: { projectLead: successor } });
	mailbox = await Mailbox.open();
	site = await startSite(localEnvironment(mailbox.url), project.root);
});
afterAll(async () => {
	await site.stop();
	await mailbox.close();
	await project.remove();
});

async function post(path: string, fields: Record<string, string>): Promise<HtmlPage> {
	const response = await fetch(new URL(path, site.url), {
		method: 'POST',
		body: new URLSearchParams(fields),
	});
	return new HtmlPage(await response.text());
}

function expectSuccessor(page: HtmlPage, where: string): void {
	expect(tracesIn(page.html), where).toEqual([]);
	const footer = page.one('footer');
	expect(footer.visibleText, where).toContain(`${successor.name}, ${successor.title}`);
	expect(footer.one('a', { href: `tel:${successor.phone}` }).visibleText).toContain(shownPhone);
	expect(footer.one('a', { href: `mailto:${successor.email}` }).text).toBe(successor.email);
}

test('a new project lead stands on every page, and the old one on none', () => {
	const dist = join(project.root, 'dist');
	const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
	const pages = files.filter((file) => file.endsWith('.html'));
	expect(pages.length).toBeGreaterThan(7);
	for (const file of pages) {
		expectSuccessor(new HtmlPage(readFileSync(join(dist, file), 'utf8')), file);
	}
	for (const file of files.filter((each) =>
		/\.(xml|txt|json|svg)$|^_(headers|redirects)$/.test(each),
	)) {
		expect(tracesIn(readFileSync(join(dist, file), 'utf8')), file).toEqual([]);
	}
});

test('a new project lead stands in full on the page to ask at, and for search engines', () => {
	const html = readFileSync(join(project.root, 'dist', 'kontakt', 'index.html'), 'utf8');
	const page = new HtmlPage(html);
	expect(page.one('main').visibleText.replace(/\s+/g, ' ')).toContain(
		`kan du kontakte: ${successor.name}, ${successor.title}. Mail: ${successor.email}. Tlf: ${shownPhone}.`,
	);
	const facts = JSON.parse(page.one('script', { type: 'application/ld+json' }).text) as unknown;
	expect(facts).toMatchObject({
		contactPoint: {
			contactType: successor.title,
			name: successor.name,
			email: successor.email,
			telephone: successor.phone,
		},
	});
});

test('a new project lead stands on every page of an application, and gets it', async () => {
	expectSuccessor(await post(paths.check, {}), 'the form with mistakes');
	const checked = await post(paths.check, anApplication());
	expectSuccessor(checked, 'the check page');
	await site.forward(aLook);
	const receipt = await post(paths.submit, checked.formTo(paths.submit));
	expectSuccessor(receipt, 'the receipt');
	expect(receipt.one('main').visibleText).toContain(successor.name);
	const refused = await post(paths.submit, { admin: '1' });
	expectSuccessor(refused, 'the page of other trouble');
	expect(refused.one('main').visibleText).toContain(shownPhone);

	await expect.poll(() => mailbox.emails()).toHaveLength(2);
	const emails = await mailbox.emails();
	const applicant = anApplication().email;
	expect(emails.map(({ to, reply_to: replyTo }) => [...to, ...replyTo]).toSorted()).toEqual([
		[successor.email, applicant],
		[applicant, successor.email],
	]);
	const receiptMail = emails.find(({ to }) => to.includes(applicant));
	for (const part of [receiptMail?.text, new HtmlPage(receiptMail?.html ?? '').words]) {
		for (const fact of [successor.name, successor.title, successor.email, shownPhone]) {
			expect(part).toContain(fact);
		}
	}
	for (const { subject, text, html } of emails) {
		expect(tracesIn(`${subject}${text}${html}`)).toEqual([]);
	}
});
