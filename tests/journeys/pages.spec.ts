import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { expect, test } from '../support/journey.ts';
import { HtmlPage } from '../support/html-page.ts';
import { builtPages, pages } from '../support/published.ts';

for (const address of pages) {
	test(`${address} has metadata and links to help, requests nothing from other sites and stores nothing`, async ({
		page,
		baseURL,
		context,
	}) => {
		const requested: string[] = [];
		const messages: string[] = [];
		page.on('request', (request) => requested.push(request.url()));
		page.on('console', (message) => messages.push(message.text()));
		page.on('pageerror', (error) => messages.push(error.message));
		const response = await page.goto(address);

		const { 'content-security-policy': policy, 'set-cookie': cookie } = response?.headers() ?? {};
		expect.soft(policy).toMatch(/^default-src 'none';/);
		expect.soft(cookie).toBeUndefined();
		expect.soft(requested.filter((url) => !url.startsWith(`${baseURL ?? ''}/`))).toEqual([]);
		expect.soft(messages).toEqual([]);
		await expect
			.soft(page.locator('script:not([type="application/ld+json"], [type="speculationrules"])'))
			.toHaveCount(0);
		await expect.soft(page.locator('[style]')).toHaveCount(0);
		expect.soft((await context.storageState()).origins).toEqual([]);
		expect.soft(await context.cookies()).toEqual([]);
		await expectHelp(page);
		await expectMetadata(page, address);
	});
}

async function expectHelp(page: Page): Promise<void> {
	const strip = page.getByRole('banner');
	await expect.soft(strip.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112');
	await expect.soft(strip.getByRole('link', { name: '114' })).toHaveAttribute('href', 'tel:114');
	const footer = page.getByRole('contentinfo');
	const statement = footer.getByRole('link', { name: 'Tilgængelighedserklæring' });
	await expect.soft(statement).toHaveAttribute('href', paths.was);
	const privacy = footer.getByRole('link', { name: 'Privatlivspolitik' });
	await expect.soft(privacy).toHaveAttribute('href', paths.privacy);
}

async function expectMetadata(page: Page, address: string): Promise<void> {
	await expect.soft(page.locator('html')).toHaveAttribute('lang', 'da');
	await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expect.soft(page).toHaveTitle(new RegExp(`\\S – ${settings.name}$`));
	const meta = (name: string) => page.locator(`meta[${name}]`);
	await expect.soft(meta('name=description')).toHaveAttribute('content', /.{40}/);
	if (address === '/404.html') {
		await expect.soft(meta('name=robots')).toHaveAttribute('content', /noindex/);
		return;
	}
	const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
	expect.soft(new URL(canonical ?? '').pathname).toBe(address);
	await expect.soft(meta('property="og:url"')).toHaveAttribute('content', canonical ?? '');
}

test('no two pages have the same heading', () => {
	const headings = builtPages.map(({ html }) => new HtmlPage(html).one('h1').visibleText);
	expect(new Set(headings).size, headings.join('\n')).toBe(pages.length);
});

test('a page is prefetched while the pointer is over its link', async ({ page }) => {
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

test('every link leads to an existing page and an existing place on it', async ({ request }) => {
	const all = builtPages.flatMap(({ name, html }) =>
		new HtmlPage(html)
			.all('a')
			.map(({ attributes }) => new URL(attributes.href ?? '', `http://here${name}`)),
	);
	const links = new Set(all.filter(({ host }) => host === 'here').map(({ href }) => href));
	expect(links.size).toBeGreaterThan(pages.length);
	for (const link of links) {
		const { pathname, hash } = new URL(link);
		// The editor reads the fragment itself.
		if (pathname === '/admin/') continue;
		const response = await request.get(pathname, { maxRedirects: 0 });
		// The address of the statement is a setting, and it may be on another site.
		expect.soft(response.status(), link).toBe(pathname === paths.was ? 302 : 200);
		if (hash === '') continue;
		const place = { id: decodeURIComponent(hash.slice(1)) };
		expect.soft(new HtmlPage(await response.text()).all('*', place), link).toHaveLength(1);
	}
});

test('the menu marks the current page', async ({ page }) => {
	await page.goto('/');
	const items = page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link');
	await expect(items.first()).toBeVisible();
	for (let index = 0; index < (await items.count()); index++) {
		await items.nth(index).click();
		await expect(items.nth(index)).toHaveAttribute('aria-current', 'page');
		await expect(page.locator('[aria-current]')).toHaveCount(1);
	}
});

test('the sitemap names every page and nothing else', async ({ request }) => {
	const sitemap = await (await request.get('/sitemap.txt')).text();
	const listed = sitemap
		.trim()
		.split('\n')
		.map((address) => new URL(address).pathname);
	expect(listed.toSorted()).toEqual(pages.filter((address) => address !== '/404.html'));
	expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.txt');
});

test('an unknown address gets the status 404 and its page', async ({ page }) => {
	const response = await page.goto('/findes/ikke');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		new HtmlPage(readFileSync('dist/404.html', 'utf8')).one('h1').text,
	);
});
