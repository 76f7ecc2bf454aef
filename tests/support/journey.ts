import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { Mailbox } from './mailbox.ts';
import { type Site, startSite } from './site.ts';

interface Servers {
	/** Where the e-mails arrive. */
	mailbox: Mailbox;
	/** The built site, one for each worker. */
	site: Site;
}

/** Walks the built site in a browser. Each worker has a site and a mail server of its own. */
export const test = base.extend<object, Servers>({
	mailbox: [
		async ({}, use) => {
			const mailbox = await Mailbox.open();
			await use(mailbox);
			await mailbox.close();
		},
		{ scope: 'worker' },
	],
	site: [
		async ({ mailbox }, use) => {
			const site = await startSite(localEnvironment(mailbox.url));
			await use(site);
			await site.stop();
		},
		{ scope: 'worker', timeout: 240_000 },
	],
	page: async ({ page }, use) => {
		await use(page);
		// What a page still asks for when its test is over is nobody's business.
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	},
	baseURL: async ({ site }, use) => {
		await use(site.url);
	},
});

/** Rules that axe has, but leaves off: WCAG 2.2's, the strictest contrast, names that match their labels. */
const stricter = ['target-size', 'color-contrast-enhanced', 'label-content-name-mismatch'];

/** Fails with the rule and the elements where axe finds something to mend; by all rules, or by those of some kinds. */
export async function expectAccessible(page: Page, kinds?: string[]): Promise<void> {
	const rules = Object.fromEntries(stricter.map((rule) => [rule, { enabled: true }]));
	const axe = new AxeBuilder({ page }).options({
		resultTypes: ['violations'],
		...(kinds ? { runOnly: kinds } : { rules }),
	});
	// A page without frames is judged where it lies, a third cheaper than in a second page.
	axe.setLegacyMode(page.frames().length === 1);
	const { violations } = await axe.analyze();
	const found = violations.map(
		({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`,
	);
	expect.soft(found, `axe on ${page.url()}`).toEqual([]);
}

export { expect };
