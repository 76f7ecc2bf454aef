// Takes the pictures of content/README.md from the built editor. `npm run pictures` builds and runs it.
import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { localEnvironment } from './local-environment.ts';
import { copyProject, startSite } from './site.ts';

const folder = `${process.cwd()}/content/billeder`;
const project = `${process.cwd()}/.netlify/local/pictures`;
await mkdir(folder, { recursive: true });
Object.assign(process.env, localEnvironment('http://127.0.0.1:1'));
await copyProject(process.cwd(), project);
process.chdir(project);
const site = await startSite(project, 0);
const executablePath = await findBrowser();
const browser = await chromium.launch({
	...(executablePath === undefined ? {} : { executablePath }),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({
	locale: 'da-DK',
	timezoneId: 'Europe/Copenhagen',
	viewport: { width: 1120, height: 700 },
});

/** For practice, whatever project the settings name. */
await page.route('**/admin/', async (route) => {
	const response = await route.fetch();
	const body = (await response.text()).replace(/"repository":"[^"]*"/, '"repository":null');
	await route.fulfill({ response, body });
});
await page.goto(`${site.url}/admin/`);
await button('Arbejd med testrepository').click();
await page.getByRole('row').first().waitFor();
await take('liste');

await open('_singletons/entries/site');
await page.locator('[data-key-path="projectLead"]').scrollIntoViewIfNeeded();
await page.locator('[data-key-path="projectLead.phone"]').scrollIntoViewIfNeeded();
await take('projektleder');

await open('pages/entries/hvad-er-en-tryghedsambassadoer');
const text = page.locator('[data-key-path="body"] [contenteditable="true"]').first();
await page.frameLocator('iframe').getByRole('heading').first().waitFor();
await page.locator('[data-key-path="title"]').scrollIntoViewIfNeeded();
await take('side');

await button('Indsæt').click();
await take('indsaet');
await page.keyboard.press('Escape');

await open('pages/new');
await field('title').fill('Årets møde');
await field('intro').fill('Kom til møde på biblioteket.');
await field('description').fill('Kom til møde, og hør om tryghed.');
await text.click();
await page.keyboard.type('24. december er lukket.');
await page.keyboard.press('Enter');
await button('Indsæt').click();
await page.getByRole('menuitem', { name: 'Tabel', exact: true }).click();
for (const [at, words] of ['Hvem', 'Hvornår', 'Bo', 'Kl. 9'].entries()) {
	const place = `Række ${Math.floor(at / 2) + 1}, kolonne ${(at % 2) + 1}`;
	await page.getByRole('textbox', { name: place }).fill(words);
}
await page.frameLocator('iframe').getByText('Kl. 9').waitFor();
await button('Ny række').scrollIntoViewIfNeeded();
await take('tabel');

await button('Gem').click();
await page.getByRole('alertdialog').getByText('24. december').waitFor();
await take('nej');

await browser.close();
await site.stop();

function button(name: string) {
	return page.getByRole('button', { name, exact: true }).first();
}

function field(name: string) {
	return page.locator(`[data-key-path="${name}"]`).getByRole('textbox').first();
}

async function open(path: string): Promise<void> {
	await page.evaluate((to) => (location.hash = to), `#/collections/${path}`);
	await page.locator('[data-key-path]').first().waitFor();
}

/** Takes a picture when the editor has slid its parts in, and nothing has moved since the frame before. */
async function take(name: string): Promise<void> {
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
	await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}
