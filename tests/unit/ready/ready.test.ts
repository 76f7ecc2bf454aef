import { expect, test } from 'vitest';
import { settings, type Settings } from '#content/settings.ts';
import { securityHeaders } from '#site/headers.ts';
import { securityTxt } from '#site/security-txt.ts';
import { judged, type Level, report, type Result } from '../../../scripts/ready/check.ts';
import { type Environment, environmentChecks } from '../../../scripts/ready/environment.ts';
import { judgeLive, type Live, liveChecks } from '../../../scripts/ready/live.ts';
import { settingChecks } from '../../../scripts/ready/settings.ts';

const key = (letter: string) => `${letter.repeat(43)}=`;

/** The same names, with other values. */
function mapped<Group extends object>(group: Group, value: (name: string) => string | null): Group {
	return Object.fromEntries(Object.keys(group).map((name) => [name, value(name)])) as Group;
}

const goodSettings: Settings = {
	...settings,
	mailboxes: { alarms: 'vagt@kommune.example', security: 'hul@tryghed.example' },
	accessibilityStatement: 'https://was.digst.dk/tryghed-example-dk',
	privacy: mapped(settings.privacy, () => 'et svar'),
	practical: mapped(settings.practical, () => 'et svar'),
	editing: { ...settings.editing, repository: 'ejer/projekt' },
};
const goodValues = {
	RESEND_API_KEY: 're_123',
	RESEND_WEBHOOK_SECRET: 'whsec_123',
	MAIL_FROM: 'Tryghedsambassadør <post@tryghed.example>',
	FORM_SECRET: key('a'),
	OUTBOX_KEY: `k2:${key('b')},k1:${key('c')}`,
};
const good: Environment = { values: goodValues, lead: 'lead@politi.dk', publicKeys: [key('p')] };
const now = Date.UTC(2026, 10, 24);
const goodLive: Live = {
	status: 200,
	headers: Object.fromEntries(
		Object.entries(securityHeaders([])).map(([name, value]) => [name.toLowerCase(), value]),
	),
	insecure: 'https://tryghed.example/',
	was: 'https://was.digst.dk/tryghed-example-dk',
	health: { status: 200, body: '{}' },
	securityTxt: securityTxt('hul@tryghed.example', 'https://tryghed.example', now),
	now,
};

/** What is wrong in something that is right but for one thing. */
const wrongOf = (results: readonly Result[]) =>
	results.flatMap(({ what, state }) => (state === 'wrong' ? [what] : []));
const inSettings = (changed: Partial<Settings>) =>
	wrongOf(judged(settingChecks, { seen: { ...goodSettings, ...changed } }));
const inValues = (changed: NodeJS.Dict<string>) =>
	wrongOf(judged(environmentChecks, { seen: { ...good, values: { ...goodValues, ...changed } } }));
const inSite = (changed: Partial<Live>) =>
	wrongOf(judgeLive({ seen: { ...goodLive, ...changed } }));
const facts = Object.keys(settings.privacy);
const { mailboxes, projectLead, editing } = goodSettings;

test('nothing is wrong where everything is right', () => {
	expect([...inSettings({}), ...inValues({}), ...inSite({})]).toEqual([]);
});

const cases: readonly [what: string, wrong: readonly string[]][] = [
	...facts.map((fact): [string, string[]] => [
		'Applicants are informed: ',
		inSettings({ privacy: mapped(settings.privacy, (name) => (name === fact ? ' ' : 'et svar')) }),
	]),
	['a mailbox of the police', inSettings({ projectLead: { ...projectLead, email: 'a@b.dk' } })],
	['on another domain', inSettings({ mailboxes: { ...mailboxes, alarms: 'vagt@a.POLITI.dk' } })],
	['have not closed', inSettings({ closed: 'Vi åbner igen til foråret.' })],
	['before they apply', inSettings({ practical: mapped(settings.practical, () => null) })],
	['statement is published', inSettings({ accessibilityStatement: 'https://politi.dk/was' })],
	['reports of security holes', inSettings({ mailboxes: { ...mailboxes, security: null } })],
	['sign in to the editor', inSettings({ editing: { ...editing, repository: null } })],

	['RESEND_API_KEY is set', inValues({ RESEND_API_KEY: undefined })],
	['RESEND_WEBHOOK_SECRET is set', inValues({ RESEND_WEBHOOK_SECRET: 'secret' })],
	['MAIL_FROM is set', inValues({ MAIL_FROM: 'post@tryghed.example' })],
	['FORM_SECRET is set', inValues({ FORM_SECRET: 'kort' })],
	['OUTBOX_KEY is set', inValues({ OUTBOX_KEY: key('b') })],
	['keys are different', inValues({ OUTBOX_KEY: `k1:${key('a')}` })],
	['keys are different', inValues({ FORM_SECRET: key('p') })],
	['keys are different', inValues({ OUTBOX_KEY: `k1:${key('b')},k1:${key('c')}` })],
	['a domain of the site’s own', inValues({ MAIL_FROM: 'Politiet <post@mail.politi.dk>' })],
	['not to a local mail server', inValues({ RESEND_BASE_URL: 'http://localhost:1' })],

	['Anybody can open', inSite({ status: 503 })],
	['led to https', inSite({ insecure: null })],
	['header that protects them', inSite({ headers: {} })],
	['No cookie', inSite({ headers: { ...goodLive.headers, 'set-cookie': 'a=b' } })],
	['/was leads', inSite({ was: '/tilgaengelighed/' })],
	['security.txt names', inSite({ now: now + 335 * 24 * 60 * 60_000 })],
	['Health:', inSite({ health: { status: 503, body: '{"healthy": false}' } })],
];
test.each(cases)('it is seen that this does not hold: %s', (what, wrong) => {
	expect(wrong).toEqual([expect.stringContaining(what)]);
});

test('every check has an example that it finds wrong', () => {
	const checks = [settingChecks, environmentChecks, liveChecks].flat();
	const seen = new Set(cases.map(([what]) => what));
	expect(seen.size + facts.length - 1).toBe(checks.length + 1);
});

test('of an empty file nothing is right but that no mail server of an engineer is in it', () => {
	const results = judged(environmentChecks, { seen: { ...good, values: {} } });
	expect(results.flatMap(({ what, state }) => (state === 'right' ? [what] : []))).toEqual([
		'E-mails go to Resend, and not to a local mail server',
	]);
});

test('a site that answers 401 is private, and nothing else is said of it', () => {
	const seen = { ...goodLive, status: 401, headers: {}, health: { status: 401, body: '' } };
	const [first, ...others] = judgeLive({ seen });
	expect(first?.note).toContain('The project is private');
	expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['unseen']));
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

test('no value is printed', () => {
	const seen = { ...good, values: { FORM_SECRET: 'kanarie', MAIL_FROM: 'kanarie' } };
	expect(report({ G: judged(environmentChecks, { seen }) }).text).not.toContain('kanarie');
});
