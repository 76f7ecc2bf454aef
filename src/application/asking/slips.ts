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
 * What is likely wrong in an application, to be asked about before it is sent.
 *
 * @param projectLead the address that applications go to
 */
export function slipsIn(application: Application, projectLead: string): Slip[] {
	const { email } = application;
	const suggestion = suggestionFor(email);
	return [
		...(isSame(email, projectLead) ? [{ kind: 'not-yours', question: 'email' } as const] : []),
		...(suggestion ? [{ kind: 'misspelt', question: 'email', suggestion } as const] : []),
		...texts
			.filter((name) => hasCprNumber(application[name]))
			.map((question) => ({ kind: 'cpr-number', question }) as const),
	];
}

/** The answers that were probably meant, where others were written. */
export function whatWasMeant({ email }: Application): Partial<Application> {
	const suggestion = suggestionFor(email);
	return suggestion ? { email: suggestion } : {};
}

const closeTo = emailMisspelled({ domains: all });

/**
 * The address that was probably meant: its domain is that of a well-known provider but for one letter, or
 * for two that changed places. Short ones differ by chance, and only Danish and common ones are suggested:
 * `mail.dk` is nearly `mail.de`, and right.
 */
function suggestionFor(email: string): string | undefined {
	const domain = email.slice(email.lastIndexOf('@') + 1);
	if (domain.length < 7) return undefined;
	return closeTo(email).find(
		({ suggest, misspelledCount }) =>
			/\.(dk|com)$/.test(suggest) && (misspelledCount === 1 || isTurned(domain, suggest)),
	)?.corrected;
}

function isTurned(one: string, other: string): boolean {
	return [...one].sort().join('') === [...other].sort().join('');
}

function isSame(one: string, other: string): boolean {
	return mailable(one).toLowerCase() === mailable(other).toLowerCase();
}
