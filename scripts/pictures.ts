// Takes the pictures of content/README.md from the built editor. `npm run pictures` builds and runs it.
import { mkdir } from 'node:fs/promises';
import { chromium, type Locator, type Page } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { localEnvironment } from './local-environment.ts';
import { copyProject } from './project-copy.ts';
import { startSite } from './site-server.ts';

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
let repository: string | null = null;
await page.route('**/admin/', async (route) => {
	const response = await route.fetch();
	const named = `"repository":${JSON.stringify(repository)}`;
	const body = (await response.text()).replace(/"repository":(null|"[^"]*")/, named);
	await route.fulfill({ response, body });
});
await page.goto(`${site.url}/admin/`);
await page.getByRole('button', { name: 'Øv dig uden at logge ind' }).click();
await page.getByRole('row').first().waitFor();
await take(page, 'liste');

await open('pages/entries/kontakt');
const text = page.locator('[data-key-path="body"] [contenteditable="true"]').first();
await text.scrollIntoViewIfNeeded();
await page.frameLocator('iframe').getByRole('heading').first().waitFor();
await take(page, 'side');

await page.getByRole('button', { name: 'Indsæt' }).first().click();
await take(page, 'indsaet');
await page.keyboard.press('Escape');

await text.locator('li').last().scrollIntoViewIfNeeded();
await text.locator('li').last().click();
await page.keyboard.press('End');
await page.keyboard.type(' Se www.politi.dk.');
await page.frameLocator('iframe').getByText('www.politi.dk').waitFor();
await page.getByRole('button', { name: 'Gem', exact: true }).click();
await page.getByRole('alertdialog').getByText('Der står en internetadresse').waitFor();
await take(page, 'nej');

page.on('dialog', (dialog) => void dialog.accept());
await page.reload();
await open('_singletons/entries/site');
await page.locator('[data-key-path="projectLead"]').scrollIntoViewIfNeeded();
await page.locator('[data-key-path="projectLead.phone"]').scrollIntoViewIfNeeded();
await take(page, 'projektleder');

await open('pages/new');
await page.locator('[data-key-path="title"]').getByRole('textbox').fill('Årets møde');
await page.locator('[data-key-path="menu"]').getByRole('textbox').fill('Møde');
await page.locator('[data-key-path="menu"]').evaluate((field) => {
	field.scrollIntoView();
});
await page.locator('[data-key-path="order"]').getByRole('combobox').click();
await page.getByRole('option').first().waitFor();
await take(page, 'ny-side');

// What is told of a change that is out. In practice nothing ever is.
const handedOver = (await page.locator('#handed-over').textContent()) ?? '';
const { files } = JSON.parse(handedOver) as { files: Record<string, string> };
const path = 'content/pages/kontakt.mdx';
const saved = [{ path, text: files[path], at: Date.parse('2026-11-20T10:15:00+01:00') }];
await page.evaluate((list) => {
	localStorage.setItem('site-saved', JSON.stringify(list));
}, saved);
repository = 'eksempel/eksempel';
await page.reload();
const box = page.getByRole('status', { name: 'Det, du har gemt' });
await box.getByText('Din rettelse er ude nu').waitFor();
await take(page, 'ude-nu', box);

await browser.close();
await site.stop();

async function open(path: string): Promise<void> {
	await page.evaluate((to) => (location.hash = to), `#/collections/${path}`);
	await page.locator('[data-key-path]').first().waitFor();
}

/** Takes a picture when the editor has slid its parts in, and nothing has moved since the frame before. */
async function take(from: Page, name: string, part: Page | Locator = from): Promise<void> {
	await from.evaluate(async () => {
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
	await part.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}
