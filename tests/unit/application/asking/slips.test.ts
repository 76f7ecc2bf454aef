import { describe, expect, test } from 'vitest';
import { slipsIn } from '#application/asking/slips.ts';
import { theChecked } from '../../../support/application.ts';

const projectLead = 'leder@eksempel.dk';
const slips = (changes: Parameters<typeof theChecked>[0]) =>
	slipsIn(theChecked(changes), projectLead);

describe('a provider that is nearly spelt right is asked about', () => {
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

describe('something like a CPR number is asked about', () => {
	for (const number of [
		'010190-1234',
		'0101901234',
		'010190 1234',
		'010190 - 1234',
		'311299–4321',
		'010190.1234',
		'010190 . 1234',
		'010190/1234',
		'01 01 90 1234',
		'01 01 90-1234',
		'01\u00a001\u00a090\u00a01234',
		'01.01.90-1234',
		'01.01.90.1234',
		'01.01.90 1234',
		'01-01-90-1234',
		'01/01/90-1234',
		'01. 01. 90 - 1234',
	]) {
		test(`${number}, in every text`, () => {
			for (const question of ['name', 'area', 'network', 'motivation', 'callTime'] as const) {
				expect(slips({ [question]: `Jeg er ${number}.` })).toEqual([
					{ kind: 'cpr-number', question },
				]);
			}
		});
	}
	for (const text of [
		'20 12 34 56',
		'20123456 eller 20304050',
		'+4520123456',
		'320190-1234',
		'011390-1234',
		'0101901234567',
		'den 01-01-1990',
		'01.01.90',
		'den 01.01.1990',
		'01/01 1990',
		'01 01 1990',
		'fra 01.01.90 til 2020',
		'24.12.26 kl. 18.00',
		'01.01.90-01.01.91',
		'2026-11-12 1234',
		'01019012',
		'0101 9012',
		'01 01 90 12',
		'01.01.90.12',
		'12 12 12 12 eller 12 34 56 78',
		'12 12 12 12 34 56 78 90',
		'+45 01 01 90 12',
		'0045 01 01 90 12',
		'+45 12 12 1212',
		'1212 1212 1212',
		'1204 123456',
		'kontonummer 1204 1234567890',
		'EAN 5790 0001 2345 6',
		'CVR 12 12 12 12',
		'10.12.20',
	]) {
		test(`but ${text} is not`, () => {
			expect(slips({ motivation: text })).toEqual([]);
		});
	}
});
