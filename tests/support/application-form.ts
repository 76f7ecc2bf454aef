import type { Page } from '@playwright/test';
import { aMunicipality, type Written } from './application.ts';

/** What an applicant fills in, besides the box of the confirmation. */
export type Applicant = Omit<Written, 'confirmation'>;

export function anApplicant(changes: Partial<Applicant> = {}): Applicant {
	return {
		name: 'Søren Ø. Ægård-Müller',
		email: 'soeren@eksempel.dk',
		phone: '20 30 40 50',
		municipality: aMunicipality,
		area: 'Hvide Sande',
		network: 'Jeg er træner i håndboldklubben.\nVi er 140 medlemmer, og jeg skriver nyhedsbrevet.',
		motivation: 'Jeg vil gerne have, at de unge kender deres betjent & tør spørge.',
		callTime: 'Hverdage efter klokken 16',
		...changes,
	};
}

/** The controls of the form, found by role and label as a person finds them. */
export function controlsOf(page: Page) {
	const named = (label: string) => page.getByRole('textbox', { name: label, exact: true });
	return {
		name: named('Navn'),
		email: named('E-mail'),
		phone: named('Telefonnummer'),
		area: named('By eller lokalområde'),
		network: page.getByRole('textbox', { name: 'Hvad er din rolle i dit lokale netværk' }),
		motivation: page.getByRole('textbox', { name: 'Hvorfor vil du være tryghedsambassadør?' }),
		callTime: page.getByRole('textbox', { name: 'Hvornår passer det dig, at vi ringer?' }),
		municipality: (name: string) => page.getByRole('radio', { name, exact: true }),
		confirmation: page.getByRole('checkbox', { name: 'Jeg har læst' }),
		check: page.getByRole('button', { name: 'Tjek dine svar' }),
		send: page.getByRole('button', { name: 'Send ansøgning' }),
	};
}

export const textFields = [
	'name',
	'email',
	'phone',
	'area',
	'network',
	'motivation',
	'callTime',
] as const;

/** Fills in every field of the form at `/ansoeg/`, without sending it. */
export async function fillIn(page: Page, applicant: Applicant): Promise<void> {
	const controls = controlsOf(page);
	for (const name of textFields) await controls[name].fill(applicant[name]);
	await controls.municipality(applicant.municipality).check();
	await controls.confirmation.check();
}

/** Fills in the form and opens "Tjek dine svar". */
export async function check(page: Page, applicant: Applicant): Promise<void> {
	await page.goto('/ansoeg/');
	await fillIn(page, applicant);
	await controlsOf(page).check.click();
	await page.getByRole('heading', { level: 1, name: 'Tjek dine svar' }).waitFor();
}

/** The reference number on the receipt. */
export async function referenceOn(page: Page): Promise<string> {
	await page.getByRole('heading', { level: 1, name: 'Kvittering' }).waitFor();
	const receipt = await page.getByRole('main').innerText();
	const [reference = 'no reference'] = /[3-9A-Y]{4}-[3-9A-Y]{4}/.exec(receipt) ?? [];
	return reference;
}
