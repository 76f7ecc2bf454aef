import { expect, test } from 'vitest';
import type { KeptApplication } from '#application/delivering/kept.ts';
import { writeDigest } from '#application/letters/digest.ts';
import { theChecked, type Written } from '../../../support/application.ts';
import { toLead, writing } from '../../../support/letters.ts';

const cpr = '010190-1234';
/** Every answer that an applicant writes freely, with a number in it that we may not have. */
const withNumbers: Partial<Written> = {
	name: `Ib ${cpr}`,
	area: `Struer ${cpr}`,
	network: `Jeg er træner.\n${cpr}`,
	motivation: cpr,
	callTime: `Efter 16, ${cpr.replace('-', '')}`,
};

function suspect(changes: Partial<Written>): KeptApplication {
	return {
		version: 2,
		kind: 'application',
		id: '2026112107-9f86d081884c7d659a2feaa0c55ad015',
		acceptedAt: 0,
		fingerprint: '',
		application: theChecked(changes),
		letters: { lead: toLead() },
		mailbox: '',
		suspicions: ['honeypot'],
	};
}

test('a digest masks what looks like a CPR number in every answer, and keeps the phone number', () => {
	const phone = '+45 20 30 40 50';
	const { text, html } = writeDigest('digest-1', [suspect({ ...withNumbers, phone })], writing);
	for (const written of [text, html]) {
		expect(written).not.toMatch(/010190|1234/);
		expect(written.split('[skjult: ligner et CPR-nummer]')).toHaveLength(6);
		expect(written).toContain('20 30 40 50');
	}
});

test('a digest brings everyone in it, with the reason', () => {
	const people = ['Ib', 'Åse'].map((name) => suspect({ name }));
	const { subject, text } = writeDigest('digest-1', people, writing);
	expect(subject).toMatch(/^2 ansøgninger, som du bør se efter/);
	for (const name of ['Ib', 'Åse']) expect(text).toContain(`Navn:\n${name}`);
	expect(text.match(/Et felt, som er skjult for mennesker, var udfyldt\./g)).toHaveLength(2);
});
