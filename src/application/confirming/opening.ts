import { domainOf, sharesDomain } from '#application/asking/domain.ts';

/** Where the site runs. Only in production does it meet the public. */
export type Place = 'production' | 'preview' | 'local';

/** Whether applications are taken. `missing` names what must be set first, and never a value. */
export type Opening =
	{ kind: 'open' } | { kind: 'preview' } | { kind: 'unready'; missing: readonly string[] };

/** The settings on which it depends, out of `content/settings/site.json`. */
export interface OpeningSettings {
	projectLead: { email: string };
	mailboxes: { alarms: string | null };
	privacy: Readonly<Record<string, string | null>>;
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
export function lacking({ projectLead, mailboxes, privacy }: OpeningSettings): string[] {
	const { email } = projectLead;
	const { alarms } = mailboxes;
	const facts = Object.keys(privacy).filter((name) => !privacy[name]?.trim());
	return [
		...facts.map((name) => `privacy.${name}`),
		...(leadDomains.includes(domainOf(email)) ? [] : ['projectLead.email']),
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
	const missing = place === 'production' ? [...lacking(settings), ...environment] : environment;
	return missing.length === 0 ? { kind: 'open' } : { kind: 'unready', missing };
}
