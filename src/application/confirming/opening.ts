import { domainOf, sharesDomain } from '#application/asking/email-address.ts';

/** Where the site runs. Only in production does it meet the public. */
export type Place = 'production' | 'preview' | 'local';

/** Whether applications are taken. `missing` names what must be set first, and never a value. */
export type Opening =
	| { kind: 'open' }
	| { kind: 'preview' }
	| { kind: 'unready'; missing: readonly string[] }
	| { kind: 'closed'; why: string };

/** The settings on which it depends, out of `content/settings/site.json`. */
export interface OpeningSettings {
	projectLead: { email: string };
	mailboxes: { alarms: string | null };
	privacy: Readonly<Record<string, string | null>>;
	/** What visitors read while the site is closed on purpose; `null` while it is open. */
	closed: string | null;
	/** Whether a mailbox of the environment stands in for the project lead's. */
	isStaging?: boolean;
}

/**
 * The domains that applications may be sent to. They decide who gets personal data, so they stand in code,
 * where no editor changes them by mistake.
 */
export const leadDomains: readonly string[] = ['politi.dk'];

/**
 * The settings without which the public may not be asked for personal data: what article 13 of the GDPR
 * demands that an applicant is told, a recipient who is known, and somebody who hears when nothing arrives.
 */
export function lacking({
	projectLead,
	mailboxes,
	privacy,
	isStaging = false,
}: Omit<OpeningSettings, 'closed'>): string[] {
	const { email } = projectLead;
	const { alarms } = mailboxes;
	const facts = Object.keys(privacy).filter((name) => !privacy[name]?.trim());
	return [
		...facts.map((name) => `privacy.${name}`),
		...(isStaging || leadDomains.includes(domainOf(email)) ? [] : ['projectLead.email']),
		...(alarms && !sharesDomain(alarms, email) ? [] : ['mailboxes.alarms']),
	];
}

/**
 * Decides whether this deploy takes applications. An engineer's machine takes them without the facts, since
 * nobody but the engineer applies there.
 *
 * @param environment the names of the functions' settings that are missing or malformed
 */
export function opening(
	settings: OpeningSettings,
	environment: readonly string[],
	place: Place,
): Opening {
	if (place === 'preview') return { kind: 'preview' };
	const { closed } = settings;
	// Who asks for no personal data needs no facts about it, and still delivers what was accepted before.
	const facts = place === 'production' && closed === null ? lacking(settings) : [];
	const missing = [...facts, ...environment];
	if (missing.length > 0) return { kind: 'unready', missing };
	return closed === null ? { kind: 'open' } : { kind: 'closed', why: closed };
}
