/** Where the site runs. Only in production does it meet the public. */
export type Place = 'production' | 'preview' | 'local';

/** Whether applications are taken. `missing` names what must be set first, and never a value. */
export type Opening =
	{ kind: 'open' } | { kind: 'preview' } | { kind: 'unready'; missing: readonly string[] };

/** The settings on which it depends, out of `content/settings/site.json`. */
export interface OpeningSettings {
	projectLead: { email: string };
	privacy: Readonly<Record<string, string | null>>;
	emergency: { number: string };
	service: { number: string };
}

/**
 * The domains that applications may be sent to. They decide who gets personal data, so they stand in code,
 * where no editor changes them by mistake.
 */
export const leadDomains: readonly string[] = ['politi.dk'];

/** What everybody in Denmark calls. A page with another number costs a life, and not only an application. */
const knownNumbers = { emergency: '112', service: '114' } as const;

/**
 * The settings without which the public may not be asked for personal data: what article 13 of the GDPR
 * demands that an applicant is told, a recipient who is known, and the numbers that help.
 */
export function unlawful(settings: OpeningSettings): string[] {
	const { projectLead, privacy } = settings;
	const facts = Object.entries(privacy).filter(([, fact]) => !fact?.trim());
	const missing = facts.map(([name]) => `privacy.${name}`);
	const domain = projectLead.email.split('@').at(-1)?.toLowerCase() ?? '';
	if (!leadDomains.includes(domain)) missing.push('projectLead.email');
	for (const name of ['emergency', 'service'] as const) {
		if (settings[name].number !== knownNumbers[name]) missing.push(`${name}.number`);
	}
	return missing;
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
	const missing = place === 'production' ? [...unlawful(settings), ...environment] : environment;
	return missing.length === 0 ? { kind: 'open' } : { kind: 'unready', missing };
}
