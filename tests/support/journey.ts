import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import { Mailbox } from './mailbox.ts';

/** A test that opens the built site in a browser. */
export const test = base.extend<{ mailbox: Mailbox }>({
	mailbox: async ({}, use) => {
		await use(new Mailbox(process.env.MAILBOX_URL ?? ''));
	},
	baseURL: async ({}, use) => {
		await use(process.env.SITE_URL);
	},
	page: async ({ page }, use) => {
		await use(page);
		// A request that is still open at the end of a test must not fail it.
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	},
});

/** Rules that axe does not run by default: WCAG 2.2's, the strictest contrast, names that match their labels. */
const stricter = ['target-size', 'color-contrast-enhanced', 'label-content-name-mismatch'];

/**
 * Fails with every rule that axe finds violated, and the elements that violate it.
 *
 * @param tags of the rules to run; by default, all rules
 */
export async function expectAccessible(page: Page, tags?: string[]): Promise<void> {
	const rules = Object.fromEntries(stricter.map((rule) => [rule, { enabled: true }]));
	const axe = new AxeBuilder({ page }).options({
		resultTypes: ['violations'],
		...(tags ? { runOnly: tags } : { rules }),
	});
	// The legacy mode analyses a page without frames in place, which takes a third less time than in a second page.
	axe.setLegacyMode(page.frames().length === 1);
	const { violations } = await axe.analyze();
	const found = violations.map(
		({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`,
	);
	expect.soft(found, `axe on ${page.url()}`).toEqual([]);
}

export { expect };
