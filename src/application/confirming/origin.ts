import { mailable } from '#application/asking/email-address.ts';
import type { Sign } from './token.ts';

/** Where a confirmation came from, in keyed digests: to count, never to read. */
export interface Origin {
	/** Of the mailbox, one for all its spellings. */
	mailbox: string;
	/** Of the network that it was sent from. */
	source: string;
}

/** @param address that the confirmation was sent from */
export function originOf(address: string, email: string, sign: Sign): Origin {
	const digest = (text: string) => sign(text).slice(0, 22);
	return {
		mailbox: digest(`mailbox ${mailboxOf(mailable(email))}`),
		source: digest(`network ${networkOf(address)}`),
	};
}

/** The mailbox behind an address, however it is spelt. Only to compare: it is never written to. */
export function mailboxOf(email: string): string {
	const at = email.lastIndexOf('@');
	const [local = ''] = email.slice(0, at).toLowerCase().split('+');
	const domain = email.slice(at + 1).toLowerCase();
	const isGoogle = domain === 'gmail.com' || domain === 'googlemail.com';
	return isGoogle ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}

/** What one household or office has: 256 IPv4 addresses, a /56 of IPv6. */
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
