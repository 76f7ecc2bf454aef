import * as z from 'zod/mini';

/** Longest address that mail servers take, in characters (RFC 5321). */
export const emailLimit = 254;
/** Longest part before the @. */
export const localPartLimit = 64;
const plain = z.email();

/**
 * An e-mail address as a person reads it, or `null` where mail servers would not take it: without what is
 * copied along with an address, the domain in small letters.
 */
export function emailAddress(written: string): string | null {
	const [local, domain] = partsOf(bare(written));
	const address = `${local}@${domain.toLowerCase()}`;
	const mailed = mailable(address);
	const fits = local.length <= localPartLimit && mailed.length <= emailLimit;
	return fits && plain.safeParse(mailed).success ? address : null;
}

/**
 * An address as it is put on a letter: a domain with Danish letters in its ASCII form. Resend refuses it
 * otherwise, and the applicant would get no receipt.
 */
export function mailable(address: string): string {
	const [local, domain] = partsOf(address);
	return `${local}@${asciiDomain(domain) ?? domain}`;
}

/** The address alone: a link, pointed brackets around it and the end of a sentence after it are left out. */
export function bare(written: string): string {
	return written.replace(/^(?:mailto:|<)+|[>.,;:]+$/gi, '').trim();
}

function partsOf(address: string): [local: string, domain: string] {
	const at = address.lastIndexOf('@');
	return at < 0 ? ['', ''] : [address.slice(0, at), address.slice(at + 1)];
}

/** @returns `null` where it is no domain */
function asciiDomain(domain: string): string | null {
	return /[\s/?#@:\\%]/.test(domain) ? null : (URL.parse(`http://${domain}`)?.hostname ?? null);
}
