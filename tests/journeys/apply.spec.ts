import type { Locator, Page } from '@playwright/test';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import {
	anApplicant,
	type Applicant,
	check,
	controlsOf,
	referenceOn,
	written,
} from '../support/application-form.ts';
import { expect, test } from '../support/journey.ts';
import { aLook } from '../support/site.ts';
import type { Mailbox } from '../support/mailbox.ts';

const { projectLead } = settings;

/** Waits for both e-mails about an application and checks what they tell. */
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
		site,
		mailbox,
	}) => {
		const applicant = anApplicant({ email: 'uden.javascript@eksempel.dk' });
		const controls = controlsOf(page);

		await page.goto('/');
		await page.locator(`a[href="${paths.form}"]`).first().click();
		for (const name of written) await controls[name].fill(applicant[name]);
		await controls.email.fill('uden.javascript');
		await controls.phone.fill('20 30');
		await controls.municipality(applicant.municipality).check();
		const answer = page.waitForResponse((response) => response.request().method() === 'POST');
		await controls.check.click();

		expect((await answer).status()).toBe(422);
		await expect(page).toHaveTitle(/^Fejl: /);
		const summary = page.getByRole('alert');
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
		await site.forward(aLook);
		await controls.send.click();

		await expectEmails(mailbox, await referenceOn(page), applicant);
	});

	test('the same can be done with the keyboard alone', async ({ page, site, mailbox }) => {
		const applicant = anApplicant({ email: 'tastatur@eksempel.dk' });
		const controls = controlsOf(page);

		await page.goto('/ansoeg/');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Gå til sidens indhold' })).toBeFocused();
		await page.keyboard.press('Enter');
		const fields = [
			[controls.name, applicant.name],
			[controls.email, applicant.email],
			[controls.phone, applicant.phone],
		] as const;
		for (const [control, answer] of fields) {
			await tabTo(page, control);
			await page.keyboard.type(answer);
		}
		await tabTo(page, controls.municipality(settings.municipalities[0] ?? ''));
		await page.keyboard.press('Space');
		while (!(await controls.municipality(applicant.municipality).isChecked())) {
			await page.keyboard.press('ArrowDown');
		}
		const more = [
			[controls.area, applicant.area],
			[controls.network, applicant.network],
			[controls.motivation, applicant.motivation],
		] as const;
		for (const [control, answer] of more) {
			await tabTo(page, control);
			await page.keyboard.type(answer);
		}
		await tabTo(page, controls.confirmation);
		await page.keyboard.press('Space');
		await tabTo(page, controls.check);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tjek dine svar');
		await site.forward(aLook);
		await tabTo(page, controls.send);
		await page.keyboard.press('Enter');

		await expectEmails(mailbox, await referenceOn(page), applicant);
	});

	test('going back to change an answer keeps every other one', async ({ page }) => {
		const applicant = anApplicant({ email: 'ret@eksempel.dk' });
		const controls = controlsOf(page);
		await check(page, applicant);

		await page.getByRole('button', { name: 'Ret By eller lokalområde' }).click();
		await expect(controls.area).toBeFocused();
		for (const name of written) await expect(controls[name]).toHaveValue(applicant[name]);
		await expect(controls.municipality(applicant.municipality)).toBeChecked();
		await expect(controls.confirmation).toBeChecked();

		await controls.area.fill('Søndervig');
		await controls.check.click();
		await expect(page.getByRole('main')).toContainText('Søndervig');
		await expect(page.getByRole('main')).toContainText(applicant.motivation);
	});

	test('pressing twice gives one reference and one e-mail to the project lead', async ({
		page,
		site,
		mailbox,
	}) => {
		const applicant = anApplicant({ name: 'Åse Dobbelttryk', email: 'to.tryk@eksempel.dk' });
		await check(page, applicant);
		await site.forward(aLook);
		await controlsOf(page).send.dblclick();
		const reference = await referenceOn(page);

		await expectOne(mailbox, applicant, reference);
		await page.reload();
		expect(await referenceOn(page)).toBe(reference);
		await expectOne(mailbox, applicant, reference);
	});
});

test('the same form posted twice at once gives one reference', async ({ page, site, mailbox }) => {
	const applicant = anApplicant({ name: 'Bo Samtidig', email: 'samtidig@eksempel.dk' });
	await check(page, applicant);
	const hidden = page.getByRole('form', { name: 'Dine svar' }).locator('input');
	const form = await hidden.evaluateAll((inputs: HTMLInputElement[]) =>
		Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
	);
	await site.forward(aLook);
	const post = () => page.request.post('/ansoeg/send', { form, maxRedirects: 0 });
	const [one, other] = await Promise.all([post(), post()]);

	expect([one.status(), other.status()]).toEqual([303, 303]);
	expect(one.headers().location).toBe(other.headers().location);
	await page.goto(one.headers().location ?? '');
	await expectOne(mailbox, applicant, await referenceOn(page));
});

test('an application is received while the mail server is down', async ({ page, mailbox }) => {
	await check(page, anApplicant({ email: 'ingen.post@eksempel.dk' }));
	await mailbox.close();
	await controlsOf(page).send.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kvittering');
	await mailbox.reopen();
});

async function expectOne(mailbox: Mailbox, applicant: Applicant, reference: string) {
	await expect.poll(() => mailbox.emailsWith(reference)).toHaveLength(2);
	const aboutApplicant = await mailbox.emailsWith(applicant.name);
	expect(aboutApplicant.map(({ to }) => to)).toEqual([[projectLead.email]]);
}

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
