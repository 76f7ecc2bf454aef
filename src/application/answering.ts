import type { Programme } from './programme.ts';

/** What happens after the receipt: who may call or write, and within which time where that is promised. */
export function whatFollows({ answering: { who, within } }: Programme): string {
	const name = who ?? 'Projektlederen';
	return within === null
		? `${name} kan ringe eller skrive til dig.`
		: `${name} ringer eller skriver til dig inden for ${within}.`;
}
