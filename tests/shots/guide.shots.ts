// `npm run pictures`: the pictures of content/README.md, from the built editor.
import type { Page } from '@playwright/test';
import { Editor } from '../support/editor.ts';
import { test } from '../support/journey.ts';

test.use({ timezoneId: 'Europe/Copenhagen', viewport: { width: 1120, height: 700 } });

test('the pictures of the guide for editors', async ({ page }) => {
	const editor = await Editor.practise(page);
	const key = (path: string) => page.locator(`[data-key-path="${path}"]`);
	const fill = (name: string, text: string) => key(name).getByRole('textbox').first().fill(text);
	const open = async (path: string) => {
		await page.evaluate((to) => (location.hash = to), `#/collections/${path}`);
		await page.locator('[data-key-path]').first().waitFor();
	};
	await page.getByRole('row').first().waitFor();
	await take(page, 'liste');

	await open('_singletons/entries/site');
	await key('projectLead').scrollIntoViewIfNeeded();
	await key('projectLead.phone').scrollIntoViewIfNeeded();
	await take(page, 'projektleder');

	await open('pages/entries/hvad-er-en-tryghedsambassadoer');
	await page.frameLocator('iframe').getByRole('heading').first().waitFor();
	await key('title').scrollIntoViewIfNeeded();
	await take(page, 'side');

	await editor.button('Indsæt').click();
	await take(page, 'indsaet');
	await page.keyboard.press('Escape');

	await open('pages/new');
	await fill('title', 'Årets møde');
	await fill('intro', 'Kom til møde på biblioteket.');
	await fill('description', 'Kom til møde, og hør om tryghed.');
	await key('body').locator('[contenteditable="true"]').first().click();
	await page.keyboard.type('24. december er lukket.');
	await page.keyboard.press('Enter');
	await editor.button('Indsæt').click();
	await page.getByRole('menuitem', { name: 'Tabel', exact: true }).click();
	for (const [at, words] of ['Hvem', 'Hvornår', 'Bo', 'Kl. 9'].entries()) {
		const place = `Række ${Math.floor(at / 2) + 1}, kolonne ${(at % 2) + 1}`;
		await page.getByRole('textbox', { name: place }).fill(words);
	}
	await page.frameLocator('iframe').getByText('Kl. 9').waitFor();
	await editor.button('Ny række').scrollIntoViewIfNeeded();
	await take(page, 'tabel');

	await editor.button('Gem').click();
	await page.getByRole('alertdialog').getByText('24. december').waitFor();
	await take(page, 'nej');
});

/** Takes a picture when nothing on the page has moved for 20 frames. */
async function take(page: Page, name: string): Promise<void> {
	await page.evaluate(async () => {
		const places = () =>
			[...document.querySelectorAll('body *')]
				.map((element) => Object.values(element.getBoundingClientRect().toJSON() as object).join())
				.join(';');
		for (let still = 0, before = ''; still < 20;) {
			await new Promise(requestAnimationFrame);
			const now = places();
			const isMoving = document.getAnimations().some(({ playState }) => playState === 'running');
			still = now === before && !isMoving ? still + 1 : 0;
			before = now;
		}
	});
	await page.screenshot({ path: `content/billeder/${name}.png`, animations: 'disabled' });
}
