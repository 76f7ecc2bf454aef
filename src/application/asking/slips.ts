import emailMisspelled, { all } from 'email-misspelled';
import { hasCprNumber } from './cpr-number.ts';
import { mailable } from './email-address.ts';
import type { QuestionName } from './questions.ts';
import type { Application } from './rules.ts';

/** An answer that is likely wrong. It breaks no rule, and only the applicant knows. */
export type Slip =
	| { kind: 'misspelt'; question: 'email'; suggestion: string }
	| { kind: 'not-yours'; question: 'email' }
	| { kind: 'cpr-number'; question: QuestionName };

/** The answers that an applicant writes freely. */
const texts = ['name', 'area', 'network', 'motivation', 'callTime'] as const;

/**
 * What is likely wrong in an application. The applicant is asked before it is sent.
 *
 * @param projectLead the address that applications go to
 */
export function slipsIn(application: Application, projectLead: string): Slip[] {
	const { email } = application;
	const slips: Slip[] = [];
	if (mailable(email).toLowerCase() === mailable(projectLead).toLowerCase()) {
		slips.push({ kind: 'not-yours', question: 'email' });
	}
	const suggestion = suggestionFor(email);
	if (suggestion) slips.push({ kind: 'misspelt', question: 'email', suggestion });
	const withCpr = texts.filter((name) => hasCprNumber(application[name]));
	return [...slips, ...withCpr.map((question): Slip => ({ kind: 'cpr-number', question }))];
}

const closeTo = emailMisspelled({ domains: all });

/**
 * The address that was probably meant: its domain is that of a well-known provider but for one letter, or for two
 * that changed places. Short domains differ by chance, and only Danish and common ones are suggested: `mail.dk` is
 * nearly `mail.de`, and right.
 */
export function suggestionFor(email: string): string | undefined {
	const domain = email.slice(email.lastIndexOf('@') + 1);
	if (domain.length < 7) return undefined;
	const sorted = (text: string) => [...text].sort().join('');
	return closeTo(email).find(
		({ suggest, misspelledCount }) =>
			/\.(dk|com)$/.test(suggest) && (misspelledCount === 1 || sorted(domain) === sorted(suggest)),
	)?.corrected;
}
