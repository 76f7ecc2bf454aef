import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { securityHeaders } from '#site/headers.ts';
import { securityTxt } from '#site/security-txt.ts';
import { localEnvironment } from '../../../scripts/local-environment.ts';
import {
	type Check,
	judged,
	type Level,
	report,
	type Result,
} from '../../../scripts/ready/check.ts';
import { type Environment, environmentChecks } from '../../../scripts/ready/environment.ts';
import { type Live, liveChecks } from '../../../scripts/ready/live.ts';
import { settingChecks } from '../../../scripts/ready/setting-checks.ts';

const key = (letter: string) => `${letter.repeat(43)}=`;

const goodSettings = {
	...settings,
	mailboxes: { alarms: 'vagt@kommune.example', security: null },
	accessibilityStatement: 'https://was.digst.dk/tryghed-example-dk',
	privacy: { controller: 'et svar' },
	practical: { pay: 'et svar' },
	closed: null,
} as unknown as typeof settings;
const good: Environment = {
	values: {
		RESEND_API_KEY: 're_123',
		RESEND_WEBHOOK_SECRET: 'whsec_123',
		MAIL_FROM: 'Tryghedsambassadør <post@tryghed.example>',
		FORM_SECRET: key('a'),
		OUTBOX_KEY: `k2:${key('b')},k1:${key('c')}`,
	},
	lead: 'lead@politi.dk',
};
const now = Date.UTC(2026, 10, 24);
const goodLive: Live = {
	headers: Object.fromEntries(
		Object.entries(securityHeaders([])).map(([name, value]) => [name.toLowerCase(), value]),
	),
	insecure: 'https://tryghed.example/',
	health: { status: 200, body: '{}' },
	securityTxt: securityTxt('hul@tryghed.example', 'https://tryghed.example', now),
	now,
};

/** Judges something that is right but for one thing. */
const judging =
	<Seen extends object>(checks: readonly Check<Seen>[], right: Seen) =>
	(changed: Partial<Seen>) =>
		judged(checks, () => ({ ...right, ...changed }));
const inSettings = judging(settingChecks, goodSettings);
const inEnvironment = judging(environmentChecks, good);
const inValues = (changed: NodeJS.Dict<string>) =>
	inEnvironment({ values: { ...good.values, ...changed } });
const inSite = judging(liveChecks, goodLive);

test('nothing is wrong where everything is right', async () => {
	const results = await Promise.all([inSettings({}), inValues({}), inSite({})]);
	expect(new Set(results.flat().map(({ state }) => state))).toEqual(new Set(['right']));
});

const cases: readonly [what: string, note: string, results: Promise<Result[]>][] = [
	['Every fact', 'mailboxes.alarms:', inSettings({ mailboxes: { alarms: null, security: null } })],
	['have not closed', 'Empty', inSettings({ closed: 'Vi åbner igen til foråret.' })],
	['before they apply', 'about pay', inSettings({ practical: { pay: null } as never })],
	['is published', 'WAS-Tool', inSettings({ accessibilityStatement: 'https://politi.dk/' })],

	['has its form', 'malformed: RESEND_API_KEY. ', inValues({ RESEND_API_KEY: undefined })],
	['has its form', 'malformed: RESEND_WEBHOOK_SECRET. ', inValues({ RESEND_WEBHOOK_SECRET: 'x' })],
	['keys are different', 'Make', inValues({ OUTBOX_KEY: `k1:${key('a')}` })],
	['keys are different', 'Make', inValues({ FORM_SECRET: localEnvironment('').FORM_SECRET })],
	['keys are different', 'Make', inValues({ OUTBOX_KEY: `k1:${key('b')},k1:${key('c')}` })],
	['a domain of the site’s', 'from politi.dk', inValues({ MAIL_FROM: 'A <a@mail.politi.dk>' })],

	['led to https', 'HTTPS', inSite({ insecure: null })],
	['header that protects them', 'Referrer-Policy', inSite({ headers: {} })],
	['No cookie', 'stop it', inSite({ headers: { ...goodLive.headers, 'set-cookie': 'a=b' } })],
	['security.txt names', 'mailboxes.security', inSite({ now: now + 335 * 24 * 60 * 60_000 })],
	['security.txt names', 'mailboxes.security', inSite({ securityTxt: '' })],
	['Health:', '503: { why }', inSite({ health: { status: 503, body: '{\n\twhy }' } })],
];
test.each(cases)(
	'it is seen that this does not hold: %s, and said what to do: %s',
	async (what, note, results) => {
		const wrong = (await results).filter(({ state }) => state === 'wrong');
		expect(wrong).toHaveLength(1);
		expect(wrong[0]?.what).toContain(what);
		expect(wrong[0]?.note).toContain(note);
	},
);

test('every check has an example that it finds wrong', () => {
	const checks = [settingChecks, environmentChecks, liveChecks].flat();
	const without = checks.filter((check) => !cases.some(([what]) => check.what.includes(what)));
	expect(without).toEqual([]);
});

test('of an empty file nothing is right', async () => {
	const results = await inEnvironment({ values: {} });
	expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['wrong']));
});

test('where there is nothing to look at, nothing is right, and why is said', async () => {
	const results = await judged(liveChecks, () => Promise.reject(new Error('Why.')));
	expect(new Set(results.map(({ state, note }) => `${state}: ${note}`))).toEqual(
		new Set(['unseen: Why.']),
	);
});

const result = (state: Result['state'], level: Level, note = ''): Result => {
	return { state, level, what: `${state} ${level}`, note };
};
const exits: readonly [results: readonly Result[], exitCode: number, verdict: string][] = [
	[[result('right', 'must'), result('wrong', 'later')], 0, 'Ready.'],
	[[result('wrong', 'must'), result('unseen', 'must')], 1, 'Do not open yet.'],
	[[result('unseen', 'should'), result('wrong', 'later')], 3, 'It can open.'],
	[[result('wrong', 'should'), result('right', 'must')], 3, 'It can open.'],
	[
		[result('unseen', 'must'), result('wrong', 'should')],
		4,
		'Do not open before the rest is seen.',
	],
];
test.each(exits)('after %j the exit code is %i: %s', (results, exitCode, verdict) => {
	const found = report({ G: results });
	expect(found.exitCode).toBe(exitCode);
	expect(found.text).toMatch(new RegExp(`${verdict}$`));
});

test('the list names the mark of each check, and one reason once', () => {
	const results = [
		result('right', 'must'),
		result('unseen', 'must', 'Why.'),
		result('unseen', 'later', 'Why.'),
		result('wrong', 'should', 'Do B.'),
	];
	expect(report({ G: results }).text).toBe(
		[
			'\nG',
			'  ✓ right must',
			'  ? must: unseen must',
			'  ? later: unseen later\n      Why.',
			'  ✗ should: wrong should\n      Do B.',
			'\n1 right, 0 must, 1 should, 0 later, 2 not seen. Do not open before the rest is seen.',
		].join('\n'),
	);
});

test('no value is printed', async () => {
	const values = { FORM_SECRET: 'kanarie', MAIL_FROM: 'kanarie' };
	expect(report({ G: await inEnvironment({ values }) }).text).not.toContain('kanarie');
});
