import { mailable } from '#application/asking/email-address.ts';
import type { Application } from '#application/asking/rules.ts';
import { idOf } from './id.ts';
import { fingerprintOf, readToken, type Sign } from './token.ts';

/**
 * Something that a person rarely does: the honeypot is filled in, or the answers are sent faster than anybody reads.
 * The project lead gets a marked application after all others, with its marks. The applicant gets no receipt by
 * e-mail, because the address may be a stranger's.
 */
export type Mark = 'honeypot' | 'hurried';

/** The shortest time in which a person can read the check page, in milliseconds. */
const hurried = 1500;

/** A press of "Send ansøgning" on the check page. */
interface Press {
	application: Application;
	token: string | undefined;
	/** The value of the honeypot, a field that people do not see. */
	hidden: string | undefined;
	now: number;
	/** The IP address of the sender. */
	address: string;
	/** 32 hexadecimal digits from a cryptographic source. */
	random: string;
}

/** An application that the applicant has confirmed. */
export interface Confirmed extends Origin {
	/** From the signed token: the same for every press of one check page. */
	id: string;
	/** For the case that the application with that id was deleted meanwhile. */
	spareId: string;
	/** Milliseconds since 1970. */
	now: number;
	application: Application;
	fingerprint: string;
	marks: readonly Mark[];
}

/** What a press confirms, or why the applicant must look at the answers again. */
type Confirmation = ({ kind: 'confirmed' } & Confirmed) | { kind: 'missing' | 'forged' | 'stale' };

export function confirm(
	{ application, token, hidden, now, address, random }: Press,
	sign: Sign,
): Confirmation {
	const fingerprint = fingerprintOf(application, sign);
	const read = readToken(token, { fingerprint, now }, sign);
	if (read.kind !== 'valid') return read;
	const marks: Mark[] = [];
	if (hidden) marks.push('honeypot');
	if (now - read.issuedAt < hurried) marks.push('hurried');
	const origin = originOf(address, application.email, sign);
	const spareId = idOf(now, random);
	return {
		kind: 'confirmed',
		...{ id: read.id, spareId, now, application, fingerprint, marks },
		...origin,
	};
}

/** Where a press came from, as keyed digests: they can be compared, not read. */
interface Origin {
	/** Digest of the mailbox, the same for all spellings of its address. */
	mailbox: string;
	/** Digest of the sender's network. */
	source: string;
}

export function originOf(address: string, email: string, sign: Sign): Origin {
	const digest = (text: string) => sign(text).slice(0, 22);
	return {
		mailbox: digest(`mailbox ${mailboxOf(mailable(email))}`),
		source: digest(`network ${networkOf(address)}`),
	};
}

/** The same text for all spellings of an address. It is for comparison: no e-mail is sent to it. */
export function mailboxOf(email: string): string {
	const at = email.lastIndexOf('@');
	const [local = ''] = email.slice(0, at).toLowerCase().split('+');
	const domain = email.slice(at + 1).toLowerCase();
	const isGoogle = domain === 'gmail.com' || domain === 'googlemail.com';
	return isGoogle ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}

/** The network of one household or office: 256 IPv4 addresses, or a /56 of IPv6. */
export function networkOf(address: string): string {
	const [, ofIpv4] = /(\d+\.\d+\.\d+)\.\d+/.exec(address) ?? [];
	if (ofIpv4) return ofIpv4;
	const [before = [], after = []] = address.split('::').map((half) => half.split(':'));
	const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	return [...before, ...zeros, ...after]
		.slice(0, 4)
		.map((group, at) => Number.parseInt(group, 16) >> (at < 3 ? 0 : 8))
		.join(':');
}
