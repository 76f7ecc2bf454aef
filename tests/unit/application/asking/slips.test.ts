import { describe, expect, test } from 'vitest';
import { slipsIn } from '#application/asking/slips.ts';
import { theChecked } from '../../../support/application.ts';

const projectLead = 'leder@eksempel.dk';
const slips = (changes: Parameters<typeof theChecked>[0]) =>
	slipsIn(theChecked(changes), projectLead);

describe('a misspelt provider is asked about', () => {
	const table = [
		['ib@gmial.com', 'ib@gmail.com'],
		['ib@gmail.con', 'ib@gmail.com'],
		['ib@gmail.co', 'ib@gmail.com'],
		['ib@hotmail.con', 'ib@hotmail.com'],
		['ib@hotnail.dk', 'ib@hotmail.dk'],
		['ib@live.dj', 'ib@live.dk'],
		['ib@outlok.dk', 'ib@outlook.dk'],
		['ib@iclod.com', 'ib@icloud.com'],
		['Ib.Hansen@yaho.dk', 'Ib.Hansen@yahoo.dk'],
	] as const;
	for (const [email, suggestion] of table) {
		test(`${email}: ${suggestion}?`, () => {
			expect(slips({ email })).toEqual([{ kind: 'misspelt', question: 'email', suggestion }]);
		});
	}
});

test('an address that may well be right is not asked about', () => {
	const right =
		'gmail.com hotmail.com hotmail.dk live.dk outlook.dk outlook.com yahoo.dk icloud.com me.com mail.dk ' +
		'mail.tele.dk stofanet.dk youmail.dk fibermail.dk kabelmail.dk webspeed.dk privat.dk jubii.dk pc.dk ' +
		'tdc.dk dr.dk km.dk ol.dk politi.dk herning.dk holstebro.dk ikast-brande.dk lemvig.dk morsoe.dk ' +
		'rksk.dk silkeborg.dk skive.dk struer.dk thisted.dk viborg.dk rødgrød.dk proton.me live.no gmx.de';
	for (const domain of right.split(' '))
		expect(slips({ email: `ib@${domain}` }), domain).toEqual([]);
});

test('the project lead’s own address is asked about, however it is written', () => {
	for (const email of [projectLead, 'Leder@Eksempel.DK']) {
		expect(slips({ email })).toEqual([{ kind: 'not-yours', question: 'email' }]);
	}
});

test('something like a CPR number is asked about, in every text', () => {
	for (const question of ['name', 'area', 'network', 'motivation', 'callTime'] as const) {
		expect(slips({ [question]: 'Jeg er 010190-1234.' })).toEqual([
			{ kind: 'cpr-number', question },
		]);
		expect(slips({ [question]: 'Ring på 20 12 34 56' })).toEqual([]);
	}
});
