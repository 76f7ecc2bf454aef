import { mailable } from '#application/asking/email-address.ts';
import { paths } from '#site/paths.ts';

const day = 24 * 60 * 60_000;

/** RFC 9116 recommends less than a year, so that a contact is not out of date. */
const lifetime = 364 * day;

/**
 * The text of `security.txt` (RFC 9116), which says whom to write to about a vulnerability of the site.
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

/** When a `security.txt` expires, in milliseconds since 1970; `NaN` where it has no date. */
export function expiryOf(text: string): number {
	return Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
}
