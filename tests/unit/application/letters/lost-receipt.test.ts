import { expect, test } from 'vitest';
import { lostReceipt, reference } from '../../../support/letters.ts';

test('the letter about a lost receipt goes to the project lead, names the reference and asks for a call', () => {
	const { to, replyTo, subject, text } = lostReceipt();
	expect({ to, replyTo }).toEqual({ to: 'aase@eksempel.dk', replyTo: 'aase@eksempel.dk' });
	expect(subject).toBe(`Kvitteringen for ansøgning ${reference} kom ikke frem`);
	expect(text).toContain('Ring til ansøgeren');
});
