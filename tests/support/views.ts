import type { Page } from '@playwright/test';
import { anApplicant, check, controlsOf, referenceOn } from './application-form.ts';
import { pages } from './published.ts';

/** A page as a citizen may see it. */
interface View {
	name: string;
	open: (page: Page) => Promise<unknown>;
}

export const filledViews: readonly View[] = [
	{
		name: 'the form with mistakes',
		open: async (page) => {
			await page.goto('/ansoeg/');
			await controlsOf(page).email.fill('soeren');
			await controlsOf(page).check.click();
			await page.getByRole('heading', { name: 'Der er problemer' }).waitFor();
		},
	},
	{ name: 'the check page', open: (page) => check(page, anApplicant()) },
	{
		name: 'the receipt',
		open: async (page) => {
			await check(page, anApplicant());
			await controlsOf(page).send.click();
			await referenceOn(page);
		},
	},
	{ name: 'the trouble page', open: (page) => page.goto('/ansoeg/kvittering') },
];

/** Every page of the site: those that are published, and those that functions answer with. */
export const views: readonly View[] = [
	...pages.map((address) => ({ name: address, open: (page: Page) => page.goto(address) })),
	...filledViews,
];
