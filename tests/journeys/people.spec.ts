import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import {
	anApplicant,
	check,
	controlsOf,
	fillIn,
	referenceOn,
} from '../support/application-form.ts';
import { expect, test } from '../support/journey.ts';
import { aLook } from '../support/site.ts';

/*
 * People whom a form easily trips, each on a phone and without scripts. Who fills in by the browser's own memory,
 * reads at 320 pixels or listens is walked with in senses.spec.ts and ears.spec.ts.
 */
test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 740 } });

test('somebody with a name of one letter is greeted by it', async ({ page, site, mailbox }) => {
	await check(page, anApplicant({ name: 'Å', email: 'et.bogstav@eksempel.dk' }));
	await site.forward(aLook);
	await controlsOf(page).send.click();
	const reference = await referenceOn(page);
	await expect.poll(() => mailbox.emailsWith(reference)).toHaveLength(2);
	const letters = await mailbox.emailsWith(reference);
	const letter = letters.find(({ to }) => to.includes(settings.projectLead.email));
	expect(letter?.html).toContain(encodeURIComponent('Kære Å\r\n'));
});

test('somebody abroad is told what is missing in the number, and sees it as it is called', async ({
	page,
}) => {
	await page.goto(paths.form);
	await fillIn(page, anApplicant({ phone: '070-123 45 67' }));
	await controlsOf(page).check.click();
	await expect(page.getByRole('alert')).toContainText('Er det udenlandsk, så begynd med +');
	await controlsOf(page).phone.fill('0046 (0)70-123 45 67');
	await controlsOf(page).check.click();
	await expect(page.getByRole('main')).toContainText('+46 701 234 567');
});

test('somebody whose e-mail has Danish letters reads it as it was typed', async ({ page }) => {
	await check(page, anApplicant({ email: 'ib@rødgrød.dk' }));
	await expect(page.getByRole('main')).toContainText('sender vi den også til ib@rødgrød.dk');
});

test('somebody who writes 1,600 characters loses none of them', async ({ page }) => {
	const long = 'æ🙂'.repeat(800);
	await page.goto(paths.form);
	await fillIn(page, anApplicant({ network: long }));
	await controlsOf(page).check.click();
	await expect(page.getByRole('alert').getByRole('link')).toHaveText(
		'”Rolle og netværk” må højst være på 1.500 tegn. Du har skrevet 1.600',
	);
	await expect(controlsOf(page).network).toHaveValue(long);
	await controlsOf(page).network.fill('æ🙂'.repeat(750));
	await controlsOf(page).check.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tjek dine svar');
});

test('somebody who writes a CPR number is asked, and led to the answer that it stands in', async ({
	page,
}) => {
	await check(page, anApplicant({ network: 'Jeg er 010190-1234 og træner.' }));
	await page.getByRole('button', { name: 'Ret ”Rolle og netværk”' }).click();
	await expect(controlsOf(page).network).toBeFocused();
	await controlsOf(page).network.fill('Jeg er træner.');
	await controlsOf(page).check.click();
	await expect(page.getByRole('main')).not.toContainText('CPR-nummer');
});

test('somebody with two tabs gets one receipt, and is one application', async ({
	page,
	context,
	site,
	mailbox,
}) => {
	const applicant = anApplicant({ name: 'Ib To Faner', email: 'to.faner@eksempel.dk' });
	await check(page, applicant);
	const other = await context.newPage();
	await check(other, applicant);
	await site.forward(aLook);
	for (const tab of [page, other]) await controlsOf(tab).send.click();
	expect(await referenceOn(other)).toBe(await referenceOn(page));
	await expect.poll(() => mailbox.emailsWith(applicant.name)).toHaveLength(1);
});

test('somebody who goes back after a mistake finds the answers', async ({ page }) => {
	const applicant = anApplicant({ phone: '1' });
	await page.goto(paths.form);
	await fillIn(page, applicant);
	await controlsOf(page).check.click();
	await page.getByRole('alert').waitFor();
	await page.goBack();
	await expect(controlsOf(page).name).toHaveValue(applicant.name);
	await expect(controlsOf(page).motivation).toHaveValue(applicant.motivation);
});

test('somebody who follows a link from the mistakes or the check page finds the answers on the way back', async ({
	page,
}) => {
	const applicant = anApplicant({ phone: '1' });
	const leaveAndReturn = async () => {
		await page.getByRole('link', { name: 'Privatlivspolitik', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'Privatlivspolitik' }).waitFor();
		await page.goBack();
	};
	await page.goto(paths.form);
	await fillIn(page, applicant);
	await controlsOf(page).check.click();
	await page.getByRole('alert').waitFor();
	await leaveAndReturn();
	await expect(controlsOf(page).motivation).toHaveValue(applicant.motivation);
	await controlsOf(page).phone.fill('20 30 40 50');
	await controlsOf(page).check.click();
	await controlsOf(page).send.waitFor();
	await leaveAndReturn();
	await expect(page.getByRole('main')).toContainText(applicant.motivation);
	await expect(controlsOf(page).send).toBeVisible();
});

test('somebody who goes back after the receipt, and sends again, has the same receipt', async ({
	page,
	site,
}) => {
	await check(page, anApplicant({ email: 'tilbage@eksempel.dk' }));
	await site.forward(aLook);
	await controlsOf(page).send.click();
	const reference = await referenceOn(page);
	const receipt = page.url();
	await expect(page.getByRole('main')).toContainText('Bruger andre computeren, så luk browseren');
	await page.goBack();
	await controlsOf(page).send.click();
	expect(await referenceOn(page)).toBe(reference);
	expect(page.url()).toBe(receipt);
});

test('somebody who comes back 25 hours later sees the answers and sends them', async ({
	page,
	site,
}) => {
	const applicant = anApplicant({ email: 'dagen.efter@eksempel.dk' });
	await check(page, applicant);
	await site.forward(25 * 60 * 60 * 1000);
	await controlsOf(page).send.click();
	await expect(page.getByRole('alert')).toContainText('Der er gået mere end et døgn');
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByRole('main')).toContainText(applicant.motivation);
	await controlsOf(page).send.click();
	await referenceOn(page);
});

test('somebody without network at "Send" sends when it is there again, once', async ({
	page,
	context,
	site,
	mailbox,
}) => {
	const applicant = anApplicant({ name: 'Bo Uden Net', email: 'uden.net@eksempel.dk' });
	await check(page, applicant);
	await site.forward(aLook);
	await context.setOffline(true);
	const failed = page.waitForEvent('requestfailed');
	await controlsOf(page).send.click({ noWaitAfter: true });
	await failed;
	await context.setOffline(false);
	await page.reload();
	await referenceOn(page);
	await expect.poll(() => mailbox.emailsWith(applicant.name)).toHaveLength(1);
});

test('somebody outside of the district can say so, and the project lead sees it in the subject', async ({
	page,
	site,
	mailbox,
}) => {
	const municipality = 'Uden for politikredsen';
	await check(page, anApplicant({ municipality, email: 'udenfor@eksempel.dk' }));
	await site.forward(aLook);
	await controlsOf(page).send.click();
	const reference = await referenceOn(page);
	await expect.poll(() => mailbox.emailsWith(reference)).toHaveLength(2);
	const subjects = (await mailbox.emailsWith(reference)).map(({ subject }) => subject);
	expect(subjects).toContain(`Ny ansøgning ${reference}: ${settings.name}, ${municipality}`);
});

test('somebody who enlarges to 400 percent sees the field that a mistake is in', async ({
	page,
}) => {
	// What is left of 1280 × 1024.
	await page.setViewportSize({ width: 320, height: 256 });
	await page.goto(paths.form);
	await controlsOf(page).check.click();
	for (const link of await page.getByRole('alert').getByRole('link').all()) {
		await link.click();
		await expect(page.locator(':focus')).toBeInViewport({ ratio: 0.4 });
	}
});
