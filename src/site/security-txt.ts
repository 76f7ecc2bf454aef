import { mailable } from '#application/asking/email-address.ts';
import { paths } from '#site/paths.ts';

const day = 24 * 60 * 60_000;

/** RFC 9116 asks for less than a year: who is asked to read the mailbox may be somebody else by then. */
const lifetime = 364 * day;

/**
 * Tells whoever finds a hole in the site whom to write to (RFC 9116).
 *
 * @param contact an e-mail address that somebody reads
 * @param site the site's main address
 * @param at when the site was last changed, in milliseconds since 1970
 */
export function securityTxt(contact: string, site: string | URL, at: number): string {
	return [
		`Contact: mailto:${mailable(contact)}`,
		`Expires: ${new Date(at + lifetime).toISOString()}`,
		'Preferred-Languages: da, en',
		`Canonical: ${new URL(paths.security, site).href}`,
		'',
	].join('\n');
}

/** When it runs out, in milliseconds since 1970; `NaN` where it does not say. */
export function expiryOf(text: string): number {
	return Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
}
