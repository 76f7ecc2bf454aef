import punycode from 'punycode/punycode.es6.js';
import { onKeyboard } from './characters.ts';

/** Longest address that mail servers take, in characters (RFC 5321). */
export const emailLimit = 254;
/** Longest part before the @. */
export const localPartLimit = 64;
/** Longest part of a domain between two dots (RFC 1035). */
export const labelLimit = 63;

/**
 * An e-mail address as a person reads it, or `null` where mail servers would not take it: without what is
 * copied along with an address, the domain in small letters.
 */
export function emailAddress(written: string): string | null {
	const [local, domain] = partsOf(bare(written));
	const address = `${local}@${domain.toLowerCase()}`;
	const fits = local.length <= localPartLimit && mailable(address).length <= emailLimit;
	return fits && isLocalPart(local) && isDomain(domain.toLowerCase()) ? address : null;
}

/**
 * An address as it is put on a letter: a domain with Danish letters in its ASCII form. Resend refuses it
 * otherwise, and the applicant would get no receipt.
 */
export function mailable(address: string): string {
	const [local, domain] = partsOf(address);
	return `${local}@${punycode.toASCII(domain.toLowerCase())}`;
}

/**
 * The address alone, without what comes along with it: the name before it in pointed brackets, a label, a
 * link and its subject, quotes, the end of a sentence.
 */
export function bare(written: string): string {
	const plain = onKeyboard(written);
	const named = /^[^@<]*<([^<>]*@[^<>]*)>[^@]*$/.exec(plain)?.[1] ?? plain;
	return named
		.replace(/^[\s<("']*(?:(?:mailto|e-?mail|mail)\s*:)?[\s<("']*/i, '')
		.replace(/(@[^?]*)\?.*$/, '$1')
		.replace(/[\s>)"'.,;:!?]+$/, '');
}

function partsOf(address: string): [local: string, domain: string] {
	const at = address.lastIndexOf('@');
	return at < 0 ? ['', ''] : [address.slice(0, at), address.slice(at + 1)];
}

/** Letters before the @ that every mail server knows. */
function isLocalPart(local: string): boolean {
	return /^(?!\.|.*\.\.)[\w'+.-]*[\w+-]$/.test(local);
}

/**
 * Whether a domain is one by IDNA 2008 (RFC 5891, 5892): letters, digits and hyphens, none of which stands
 * for another. A URL is read by an older rule, which takes emoji, and reads `№1.dk` as `no1.dk`: a letter
 * would go to another domain than the applicant sees.
 */
function isDomain(domain: string): boolean {
	const read = decoded(domain);
	const ascii = punycode.toASCII(read);
	return (
		ascii === punycode.toASCII(domain) &&
		/^[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}.-]+$/u.test(read) &&
		URL.parse(`http://${read}`)?.hostname === ascii &&
		ascii.split('.').every(isLabel) &&
		/\.(?:[a-z]{2,}|xn--[a-z\d-]+)$/.test(ascii)
	);
}

/** @returns empty where a part that begins with `xn--` stands for nothing */
function decoded(domain: string): string {
	try {
		return punycode.toUnicode(domain);
	} catch {
		return '';
	}
}

/** Third and fourth may be hyphens in `xn--` alone: all other such names are reserved. */
function isLabel(label: string): boolean {
	return label.length <= labelLimit && /^(?!-|(?!xn)..--)[a-z\d-]+(?<!-)$/.test(label);
}
