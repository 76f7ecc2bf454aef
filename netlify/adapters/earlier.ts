import type { Fact } from '#application/delivering/facts.ts';
import type { KeptApplication, Letters } from '#application/delivering/kept.ts';
import type { Letter } from '#application/letters/letter.ts';

/**
 * What the version before this one wrote, as this one understands it. Its facts carry no stamp, and are believed
 * beside a record of that version only, whose seal tells its version; see docs/decisions/0003-stamped-facts.md.
 * This file can go when the last such record is gone: a week after its application was delivered.
 */
export type EarlierRecord = Omit<KeptApplication, 'version' | 'kind' | 'letters' | 'suspicions'> & {
	version: 1;
	mails: Record<'lead' | 'receipt' | 'notice', Letter>;
};

export function earlierRecord({ mails, ...record }: EarlierRecord): KeptApplication {
	const { notice, ...others } = mails;
	const letters: Letters = { ...others, 'lost-receipt': notice };
	return { ...record, version: 2, kind: 'application', letters, suspicions: [] };
}

export function earlierFact(text: string): Fact {
	const fact = JSON.parse(text) as Fact | { mail: 'notice' };
	return (
		'mail' in fact && fact.mail === 'notice' ? { ...fact, mail: 'lost-receipt' } : fact
	) as Fact;
}

/** Claims of the same answers knew no span, and were not stamped. */
export function isEarlierClaim(key: string): boolean {
	return /^claim\/seen\/[^/]+$/.test(key);
}
