import * as z from 'zod/mini';

/** Longest address that mail servers take, in characters (RFC 5321). */
export const emailLimit = 254;
const longestLocalPart = 64;
const plain = z.email();

/**
 * An e-mail address as mail servers take it, or `null`. Domains with Danish letters are put in their
 * ASCII form: Resend refuses them otherwise, and the applicant would get no receipt.
 */
export function mailAddress(written: string): string | null {
	const at = written.lastIndexOf('@');
	const local = written.slice(0, at);
	const domain = asciiDomain(written.slice(at + 1));
	if (at < 1 || local.length > longestLocalPart || domain === null) return null;
	const address = `${local}@${domain}`;
	return address.length <= emailLimit && plain.safeParse(address).success ? address : null;
}

function asciiDomain(domain: string): string | null {
	return /[\s/?#@:\\%]/.test(domain) ? null : (URL.parse(`http://${domain}`)?.hostname ?? null);
}
