import type { Locator, Page } from '@playwright/test';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import {
	anApplicant,
	type Applicant,
	check,
	controlsOf,
	fillIn,
	referenceOn,
	textFields,
} from '../support/application-form.ts';
import { expect, test } from '../support/journey.ts';
import { readingTime } from '../support/site.ts';
import type { Mailbox } from '../support/mailbox.ts';

const { projectLead } = settings;

/** Waits for both e-mails about an application and checks their content. */
async function expectEmails(mailbox: Mailbox, reference: string, applicant: Applicant) {
	await expect.poll(() => mailbox.emailsWith(reference)).toHaveLength(2);
	const emails = await mailbox.emailsWith(reference);

	const toLead = emails.find(({ to }) => to.includes(projectLead.email));
	expect(toLead?.reply_to).toEqual([applicant.email]);
	for (const name of ['name', 'email', 'municipality', 'area', 'network', 'motivation'] as const) {
		expect(toLead?.text).toContain(applicant[name]);
	}
	expect(toLead?.html).toContain(applicant.name);
	expect(toLead?.html).toContain('href="tel:+45');
	expect(toLead?.html).toContain(`href="mailto:${applicant.email}`);

	const toApplicant = emails.find(({ to }) => to.includes(applicant.email));
	expect(toApplicant?.text).toContain(reference);
	expect(toApplicant?.text).toContain(projectLead.name);
	expect(toApplicant?.text).not.toContain(applicant.name);
	expect(toApplicant?.text).not.toContain(applicant.area);
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a citizen finds the form, mends three mistakes, applies, and both e-mails arrive', async ({
		page,
		mailbox,
	}) => {
		const applicant = anApplicant({ email: 'uden.javascript@eksempel.dk' });
		const controls = controlsOf(page);

		await page.goto('/');
		await page.locator(`a[href="${paths.form}"]`).first().click();
		for (const name of textFields) await controls[name].fill(applicant[name]);
		await controls.email.fill('uden.javascript');
		await controls.phone.fill('20 30');
		await controls.municipality(applicant.municipality).check();
		const answer = page.waitForResponse((response) => response.request().method() === 'POST');
		await controls.check.click();

		expect((await answer).status()).toBe(422);
		await expect(page).toHaveTitle(/^Fejl: /);
		const summary = page.getByRole('alert');
		await expect(summary).toBeFocused();
		await expect(summary.getByRole('heading')).toHaveText('Der er problemer');
		await expect(summary.getByRole('link')).toHaveCount(3);
		for (const control of [controls.email, controls.phone]) {
			const message = await summary
				.getByRole('link')
				.filter({ hasText: control === controls.email ? /e-\u2060?mail/ : 'telefonnummer' })
				.innerText();
			await summary.getByRole('link', { name: message }).click();
			await expect(control).toBeFocused();
			await expect(control).toHaveAttribute('aria-invalid', 'true');
			await expect(control).toHaveAccessibleDescription(
				new RegExp(`Fejl:\\s+${escaped(message)}$`),
			);
		}
		await expect(controls.name).toHaveValue(applicant.name);
		await expect(controls.email).toHaveValue('uden.javascript');
		await expect(controls.network).toHaveValue(applicant.network);
		await expect(controls.municipality(applicant.municipality)).toBeChecked();

		await controls.email.fill(applicant.email);
		await controls.phone.fill(applicant.phone);
		await controls.confirmation.check();
		await controls.check.click();
		await expect(page.getByRole('main')).toContainText('ikke sendt endnu');
		await expect(page.getByRole('main')).toContainText(applicant.name);
		await readingTime();
		await controls.send.click();

		await expectEmails(mailbox, await referenceOn(page), applicant);
	});

	test('a citizen applies with the keyboard alone', async ({ page, mailbox }) => {
		const applicant = anApplicant({ email: 'tastatur@eksempel.dk' });
		const controls = controlsOf(page);
		const type = async (...names: readonly (typeof textFields)[number][]) => {
			for (const name of names) {
				await tabTo(page, controls[name]);
				await page.keyboard.type(applicant[name]);
			}
		};

		await page.goto('/ansoeg/');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Gå til sidens indhold' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('main')).toBeFocused();
		await type('name', 'email', 'phone');
		await tabTo(page, controls.municipality(settings.municipalities[0] ?? ''));
		await page.keyboard.press('Space');
		while (!(await controls.municipality(applicant.municipality).isChecked())) {
			await page.keyboard.press('ArrowDown');
		}
		await type('area', 'network', 'motivation');
		await tabTo(page, controls.confirmation);
		await page.keyboard.press('Space');
		await tabTo(page, controls.check);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tjek dine svar');
		await readingTime();
		await tabTo(page, controls.send);
		await page.keyboard.press('Enter');

		await expectEmails(mailbox, await referenceOn(page), applicant);
	});

	test('a double click on "Send" gives one receipt and one e-mail to the project lead', async ({
		page,
		mailbox,
	}) => {
		const applicant = anApplicant({ name: 'Åse Dobbelttryk', email: 'to.tryk@eksempel.dk' });
		await check(page, applicant);
		await readingTime();
		await controlsOf(page).send.dblclick();
		const reference = await referenceOn(page);
		await expect.poll(() => mailbox.emailsWith(reference)).toHaveLength(2);
		await page.reload();
		expect(await referenceOn(page)).toBe(reference);
		expect(await mailbox.emailsWith(applicant.name)).toHaveLength(1);
	});

	test('after "Send" without a network, a reload with a network sends the application once', async ({
		page,
		context,
		mailbox,
	}) => {
		const applicant = anApplicant({ name: 'Bo Uden Net', email: 'uden.net@eksempel.dk' });
		await check(page, applicant);
		await readingTime();
		await context.setOffline(true);
		const failed = page.waitForEvent('requestfailed');
		await controlsOf(page).send.click({ noWaitAfter: true });
		await failed;
		await context.setOffline(false);
		await page.reload();
		await referenceOn(page);
		await expect.poll(() => mailbox.emailsWith(applicant.name)).toHaveLength(1);
	});

	test('"Back" loses no answer: from a linked page, the error summary or the receipt', async ({
		page,
	}) => {
		const applicant = anApplicant({ phone: '1', email: 'tilbage@eksempel.dk' });
		const { phone, motivation, check: tjek, send } = controlsOf(page);
		const leaveAndReturn = async () => {
			await page.getByRole('link', { name: 'Privatlivspolitik', exact: true }).click();
			await page.getByRole('heading', { level: 1, name: 'Privatlivspolitik' }).waitFor();
			await page.goBack();
		};
		await page.goto(paths.form);
		await fillIn(page, applicant);
		await tjek.click();
		await page.getByRole('alert').waitFor();
		await page.goBack();
		await expect(motivation).toHaveValue(applicant.motivation);
		await tjek.click();
		await page.getByRole('alert').waitFor();
		await leaveAndReturn();
		await expect(motivation).toHaveValue(applicant.motivation);
		await phone.fill('20 30 40 50');
		await tjek.click();
		await send.waitFor();
		await leaveAndReturn();
		await expect(page.getByRole('main')).toContainText(applicant.motivation);

		await readingTime();
		await send.click();
		const reference = await referenceOn(page);
		await expect(page.getByRole('main')).toContainText(
			'Bruger andre computeren, så slet browserens historik',
		);
		await page.goBack();
		await send.click();
		expect(await referenceOn(page)).toBe(reference);
	});

	test('people without e-mail are asked to ring: above the form, at the question and in the message', async ({
		page,
	}) => {
		await page.goto(paths.form);
		const before = page.getByRole('listitem').filter({ hasText: 'Har du ingen' });
		await expect(before.getByRole('link')).toHaveAttribute('href', paths.contact);
		const { email, check } = controlsOf(page);
		await expect(email).toHaveAccessibleDescription(/ingen e-\u2060?mail, så ring/);
		await email.fill('har ikke nogen');
		await check.click();
		await expect(page.getByRole('alert').getByRole('link', { name: 'ingen' })).toHaveText(
			/Har du ingen e-\u2060?mail, så ring til projektlederen/,
		);
	});
});

async function tabTo(page: Page, control: Locator): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		if (await control.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`The keyboard does not reach ${control.toString()}`);
}

function escaped(text: string): string {
	return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
