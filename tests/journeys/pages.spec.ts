import { readFileSync } from 'node:fs';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { expect, test } from '../support/journey.ts';
import { HtmlPage } from '../support/html-page.ts';
import { pages } from '../support/published.ts';

for (const address of pages) {
	test.describe(address, () => {
		test('says what it is, in Danish, under one heading and one address', async ({ page }) => {
			await page.goto(address);
			await expect(page.locator('html')).toHaveAttribute('lang', 'da');
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expect(page).toHaveTitle(new RegExp(`\\S – ${settings.name}$`));
			await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{40}/);
			if (address === '/404.html') {
				await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
				return;
			}
			const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
			expect(new URL(canonical ?? '').pathname).toBe(address);
			await expect(page.locator('meta[property="og:url"]')).toHaveAttribute(
				'content',
				canonical ?? '',
			);
		});

		test('has the emergency numbers, and leads to the statement and the privacy policy', async ({
			page,
		}) => {
			await page.goto(address);
			const strip = page.getByRole('banner');
			await expect(strip.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112');
			await expect(strip.getByRole('link', { name: '114' })).toHaveAttribute('href', 'tel:114');
			const footer = page.getByRole('contentinfo');
			const statement = footer.getByRole('link', { name: 'Tilgængelighedserklæring' });
			await expect(statement).toHaveAttribute('href', paths.was);
			const privacy = footer.getByRole('link', { name: 'Privatlivspolitik' });
			await expect(privacy).toHaveAttribute('href', paths.privacy);
		});

		test('asks nobody else for anything, runs no script and leaves nothing behind', async ({
			page,
			baseURL,
			context,
		}) => {
			const asked: string[] = [];
			const complaints: string[] = [];
			page.on('request', (request) => asked.push(request.url()));
			page.on('console', (message) => complaints.push(message.text()));
			page.on('pageerror', (error) => complaints.push(error.message));
			await page.goto(address);

			expect(asked.filter((url) => !url.startsWith(`${baseURL ?? ''}/`))).toEqual([]);
			expect(complaints).toEqual([]);
			await expect(
				page.locator('script:not([type="application/ld+json"], [type="speculationrules"])'),
			).toHaveCount(0);
			await expect(page.locator('[style]')).toHaveCount(0);
			expect((await context.storageState()).origins).toEqual([]);
			expect(await context.cookies()).toEqual([]);
		});
	});
}

test('a page that one points at is fetched before one presses', async ({ page }) => {
	await page.goto('/');
	const link = page.locator(`main a[href="${paths.form}"]`).first();
	await link.hover();
	await link.click();
	await page.waitForURL(`**${paths.form}`);
	const deliveryType = await page.evaluate(() => {
		const [navigation] = performance.getEntriesByType('navigation');
		return navigation && 'deliveryType' in navigation && navigation.deliveryType;
	});
	expect(deliveryType).toBe('navigational-prefetch');
});

test('every link leads to a page that is there, and to a place that is on it', async ({
	page,
	baseURL,
}) => {
	const links = new Set<string>();
	for (const address of pages) {
		await page.goto(address);
		const hrefs = await page
			.locator('a[href]')
			.evaluateAll((anchors: HTMLAnchorElement[]) => anchors.map(({ href }) => href));
		for (const href of hrefs) links.add(href);
	}
	const internal = [...links].filter((link) => link.startsWith(`${baseURL ?? ''}/`));
	expect(internal.length).toBeGreaterThan(pages.length);
	for (const link of internal) {
		const { pathname, hash } = new URL(link);
		// What follows # there is the editor's own.
		if (pathname === '/admin/') continue;
		const response = await page.request.get(pathname, { maxRedirects: 0 });
		// Where the statement lies is a setting; it may be on another site.
		expect(response.status(), link).toBe(pathname === paths.was ? 302 : 200);
		if (hash === '') continue;
		await page.goto(pathname);
		await expect(page.locator(hash), link).toHaveCount(1);
	}
});

test('navigation shows where one is', async ({ page }) => {
	await page.goto('/');
	const items = page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link');
	await expect(items.first()).toBeVisible();
	for (let index = 0; index < (await items.count()); index++) {
		await items.nth(index).click();
		await expect(items.nth(index)).toHaveAttribute('aria-current', 'page');
		await expect(page.locator('[aria-current]')).toHaveCount(1);
	}
});

test('the skip link leads past the navigation', async ({ page }) => {
	await page.goto('/kontakt/');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#indhold$/);
	await expect(page.getByRole('main')).toBeFocused();
});

test('the sitemap names every page and nothing else', async ({ request }) => {
	const sitemap = await (await request.get('/sitemap-0.xml')).text();
	const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
		([, address]) => new URL(address ?? '').pathname,
	);
	expect(listed.toSorted()).toEqual(pages.filter((address) => address !== '/404.html'));
	expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap-index.xml');
});

test('an address that is not there gets the page that says so, and the status', async ({
	page,
}) => {
	const response = await page.goto('/findes/ikke');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		new HtmlPage(readFileSync('dist/404.html', 'utf8')).one('h1').text,
	);
});

test('the pages that only functions show cannot be opened', async ({ request }) => {
	for (const address of ['/ansoeg/fejl/', '/build/pages/tjek.html', '/_headers', '/_redirects']) {
		expect((await request.get(address)).status(), address).toBe(404);
	}
});
