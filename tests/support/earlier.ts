import type { KeptApplication } from '#application/delivering/kept.ts';
import type { World } from './delivering-world.ts';

/**
 * Turns what is kept of people into what the version before would have left: records of version 1, facts without
 * stamps, the letter about a lost receipt by its former name, and claims without spans.
 */
export function leaveAsVersion1({ blobs }: World): void {
	const renamed = (text: string) => text.replaceAll('lost-receipt', 'notice');
	const textOf = (key: string) => blobs.get(key)?.split('|').slice(2).join('|') ?? '';
	for (const key of blobs.keysUnder('application/')) {
		const stored = blobs.get(key) ?? '';
		const kept = JSON.parse(textOf(key)) as KeptApplication | { kind: 'digest' } | { version: 1 };
		if (!('suspicions' in kept) || kept.suspicions.length > 0) continue;
		const { 'lost-receipt': notice, ...others } = kept.letters;
		const gone = { kind: undefined, suspicions: undefined, letters: undefined };
		const record = { ...kept, ...gone, version: 1, mails: { ...others, notice } };
		blobs.set(key, [...stored.split('|').slice(0, 2), JSON.stringify(record)].join('|'));
		for (const fact of blobs.keysUnder(`fact/${kept.id}/`)) {
			const text = renamed(textOf(fact));
			blobs.delete(fact);
			blobs.set(renamed(fact), text);
		}
		for (const claim of blobs.keysUnder(`claim/seen/${kept.fingerprint}/`)) {
			if (textOf(claim) !== kept.id) continue;
			blobs.delete(claim);
			blobs.set(`claim/seen/${kept.fingerprint}`, kept.id);
		}
	}
}
