import emailMisspelled, { all } from 'email-misspelled';
import { hasCprNumber } from './cpr-number.ts';
import { mailable } from './email-address.ts';
import type { QuestionName } from './questions.ts';
import type { Application } from './rules.ts';

/** An answer that is likely wrong but breaks no rule, so the applicant must decide. */
export type Slip =
	| { kind: 'misspelt'; question: 'email'; suggestion: string }
	| { kind: 'not-yours'; question: 'email' }
	| { kind: 'cpr-number'; question: QuestionName };

/** The answers in free text. */
const texts = ['name', 'area', 'network', 'motivation', 'callTime'] as const;

/**
 * Finds the answers that are likely wrong. The check page asks about them.
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
 * The address that was probably meant, where the domain differs from that of a well-known provider by one letter or by
 * two swapped letters. Short domains are skipped, because they differ by chance. Only .dk and .com are suggested:
 * `mail.dk` is close to `mail.de`, and right.
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
