import { domainOf, sharesDomain } from '#application/mail-domain.ts';

/** Where the site runs. Only `production` is public. */
export type Place = 'production' | 'preview' | 'local';

/** Whether applications are taken. `missing` names settings, never their values. */
export type Opening =
	| { kind: 'open' }
	| { kind: 'preview' }
	| { kind: 'unready'; missing: readonly string[] }
	| { kind: 'closed'; why: string };

/** The settings in `content/settings/site.json` that decide whether applications are taken. */
export interface OpeningSettings {
	projectLead: { email: string };
	mailboxes: { alarms: string | null };
	privacy: Readonly<Record<string, string | null>>;
	/** What visitors read while staff have closed the site; `null` while it is open. */
	closed: string | null;
	/** Whether a mailbox of the environment stands in for the project lead's. */
	isStaging?: boolean;
}

/**
 * The domains that applications may be sent to. They decide who gets personal data, so they are no setting, which an
 * editor could change by mistake.
 */
const leadDomains: readonly string[] = ['politi.dk'];

/**
 * Names the missing settings. Without them, the public may not be asked for personal data: they are the information
 * that article 13 of the GDPR demands, a recipient on one of {@link leadDomains}, and a mailbox for alarms.
 */
export function missingSettings({
	projectLead: { email },
	mailboxes: { alarms },
	privacy,
	isStaging = false,
}: Omit<OpeningSettings, 'closed'>): string[] {
	const missing = Object.keys(privacy).filter((name) => !privacy[name]?.trim());
	return [
		...missing.map((name) => `privacy.${name}`),
		...(isStaging || leadDomains.includes(domainOf(email)) ? [] : ['projectLead.email']),
		...(alarms && !sharesDomain(alarms, email) ? [] : ['mailboxes.alarms']),
	];
}

/**
 * Whether this deploy takes applications. An engineer's machine takes them with settings missing, since nobody but
 * the engineer applies there.
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
	// A closed site asks for no personal data, and still delivers what was accepted before.
	const mustBeSet = place === 'production' && closed === null;
	const missing = [...(mustBeSet ? missingSettings(settings) : []), ...environment];
	if (missing.length > 0) return { kind: 'unready', missing };
	return closed === null ? { kind: 'open' } : { kind: 'closed', why: closed };
}
