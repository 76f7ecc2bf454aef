import { createRequire } from 'node:module';
import type { virtual as theReader } from '@guidepup/virtual-screen-reader';
import type { Page } from '@playwright/test';
import { paths } from '#site/paths.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { anApplicant, check, controlsOf, referenceOn } from '../support/application-form.ts';
import { expect, test as journey } from '../support/journey.ts';
import { otherDistrict } from '../support/other-district.ts';
import { readingTime, type Site, startSite } from '../support/site.ts';

/*
 * tests/spoken contains every word that a screen reader says. After a change, update it with
 * "npx playwright test screen-reader --update-snapshots", and read the difference. The site is another district's, so
 * that staff can change the words of ours without a change here.
 */
const test = journey.extend<object, { district: Site }>({
	district: [
		async ({}, use) => {
			const mailServer = process.env.MAILBOX_URL ?? '';
			const site = await startSite(localEnvironment(mailServer), await otherDistrict());
			await use(site);
			await site.stop();
		},
		{ scope: 'worker', timeout: 600_000 },
	],
	baseURL: async ({ district }, use) => {
		await use(district.url);
	},
});

test.use({ bypassCSP: true });

const reader = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js');

test('a screen reader says the words of tests/spoken', async ({ page, mailbox }) => {
	await page.route('**/reader.js', (route) => route.fulfill({ path: reader }));
	const applicant = anApplicant({ municipality: 'Egebæk' });

	await page.goto('/');
	await expectSpoken(page, 'forside');

	await page.goto(paths.form);
	await controlsOf(page).email.fill('soeren');
	await controlsOf(page).check.click();
	await page.getByRole('alert').waitFor();
	await expectSpoken(page, 'ansoeg-med-fejl');

	await check(page, applicant);
	await expectSpoken(page, 'tjek');

	await readingTime();
	await controlsOf(page).send.click();
	const reference = await referenceOn(page);
	await expectSpoken(page, 'kvittering', reference);

	await expect.poll(() => mailbox.emailsWith(reference)).toHaveLength(2);
	for (const { to, html } of await mailbox.emailsWith(reference)) {
		await page.setContent(html);
		const who = to.includes(applicant.email) ? 'ansoegeren' : 'projektlederen';
		await expectSpoken(page, `brev-til-${who}`, reference);
	}
});

async function expectSpoken(page: Page, name: string, reference = 'no reference'): Promise<void> {
	const phrases = await spoken(page);
	const text = phrases.filter((phrase) => !noise.test(phrase)).join('\n');
	const anyTime = text
		.replaceAll(reference, 'ABCD-EFGH')
		.replace(/\d+\. \p{L}+ \d{4} kl\. \d+\.\d\d/gu, '24. november 2026 kl. 9.15')
		.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '2026-11-24 09:15');
	expect.soft(`${anyTime}\n`).toMatchSnapshot(`${name}.txt`);
}

/** Phrases that people usually turn off in their screen readers. */
const noise =
	/^(end of )?(strong|paragraph|caption)$|^end of (link|listitem|button|term|definition)/;

/** Every phrase of the page, in the order that a screen reader says them. */
function spoken(page: Page): Promise<string[]> {
	return page.evaluate(async (reader) => {
		const { virtual } = (await import(reader)) as { virtual: typeof theReader };
		await virtual.start({ container: document.body });
		while ((await virtual.lastSpokenPhrase()) !== 'end of document') await virtual.next();
		const phrases = await virtual.spokenPhraseLog();
		await virtual.stop();
		return phrases;
	}, '/reader.js');
}
