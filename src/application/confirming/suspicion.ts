import { mailable } from '#application/asking/email-address.ts';
import type { Mark } from '#application/letters/to-project-lead.ts';
import type { Sign } from './token.ts';
import { hourOf } from './id.ts';

/**
 * Why an application may not come from a person: what it looked like, or how many had been let through before
 * it. Whatever the reason, it is kept and brought to the project lead like any other, but in a digest, behind
 * people, and without a letter to the address in it.
 */
export type Suspicion = Mark | 'network' | 'domain' | 'hour' | 'day';

/**
 * How many are let through as people, of one network or one domain in an hour, of all in an hour and in a day.
 * The day is that of Resend's free plan: of its 100 letters people get 60, two for each, and at most 32 are
 * digests. Raise `hour` and `day` together with the plan.
 */
export const measures = { network: 5, domain: 10, hour: 20, day: 30 } as const;

/** Where a confirmation came from, in digests that tell nothing without the key. */
export interface Origin {
	/** Of the mailbox, one for all its spellings. */
	mailbox: string;
	domain: string;
	/** Of the address range that it was sent from. */
	network: string;
}

/** @param address that the confirmation was sent from */
export function originOf(address: string, email: string, sign: Sign): Origin {
	const mailbox = mailboxOf(mailable(email));
	const digest = (text: string) => sign(text).slice(0, 22);
	return {
		mailbox: digest(`mailbox ${mailbox}`),
		domain: digest(`domain ${mailbox.slice(mailbox.lastIndexOf('@') + 1)}`),
		network: digest(`network ${networkOf(address)}`),
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

/** What one household or office has: 256 addresses of the old kind, a /56 of the new one. */
export function networkOf(address: string): string {
	const [, old] = /(\d+\.\d+\.\d+)\.\d+/.exec(address) ?? [];
	if (old) return old;
	const [before = [], after = []] = address.split('::').map((half) => half.split(':'));
	const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	return [...before, ...zeros, ...after]
		.slice(0, 4)
		.map((group, at) => Number.parseInt(group, 16) >> (at < 3 ? 0 : 8))
		.join(':');
}

/** How one that was let through is written down, for those who come after it. */
export function entryOf(id: string, { network, domain }: Origin, now: number): string {
	return [hourOf(now), network, domain, id].join('/');
}

/**
 * @param marks what the form saw
 * @param entries of those who were let through on the same day
 */
export function suspicionsOf(
	marks: readonly Mark[],
	origin: Origin,
	entries: readonly string[],
	now: number,
): Suspicion[] {
	const inHour = entries.map((entry) => entry.split('/')).filter(([hour]) => hour === hourOf(now));
	const counts = {
		network: inHour.filter(([, network]) => network === origin.network).length,
		domain: inHour.filter(([, , domain]) => domain === origin.domain).length,
		hour: inHour.length,
		day: entries.length,
	};
	const names = ['network', 'domain', 'hour', 'day'] as const;
	return [...marks, ...names.filter((name) => counts[name] >= measures[name])];
}
