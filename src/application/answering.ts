import type { Programme } from './programme.ts';

/** What happens after the receipt: who may call or write, and within which time where that is promised. */
export function whatFollows({ answering: { who, within } }: Programme): string {
	const does = within
		? `ringer eller skriver til dig inden for ${within}`
		: 'kan ringe eller skrive til dig';
	return `${who ?? 'Projektlederen'} ${does}.`;
}
