import { expect, test } from 'vitest';
import { settings, type Settings } from '#content/settings.ts';
import { securityHeaders } from '#site/headers.ts';
import { securityTxt } from '#site/security-txt.ts';
import { judged, listOf, right, unless } from '../../../scripts/ready/check.ts';
import { type Dns, dnsChecks } from '../../../scripts/ready/dns.ts';
import { type Environment, environmentChecks } from '../../../scripts/ready/environment.ts';
import { type Live, liveChecks } from '../../../scripts/ready/live.ts';
import { settingChecks } from '../../../scripts/ready/settings.ts';

const key = (letter: string) => `${letter.repeat(43)}=`;

const goodSettings: Settings = {
	...settings,
	mailboxes: { alarms: 'vagt@kommune.example', security: 'hul@tryghed.example' },
	accessibilityStatement: 'https://was.digst.dk/tryghed-example-dk',
	privacy: {
		controller: 'Politiet, Vejen 1',
		dataProtectionOfficer: 'raad@politi.example',
		legalBasis: 'artikel 6',
		recipients: 'to databehandlere',
		retention: 'et år',
		registerCheck: 'nej',
	},
	practical: { pay: 'nej', age: '18 år', time: 'lidt', leaving: 'ja', informing: 'nej' },
	editing: { ...settings.editing, repository: 'ejer/projekt' },
};
const goodValues = {
	RESEND_API_KEY: 're_123',
	RESEND_WEBHOOK_SECRET: 'whsec_123',
	MAIL_FROM: 'Tryghedsambassadør <post@tryghed.example>',
	FORM_SECRET: key('a'),
	OUTBOX_KEY: `k2:${key('b')},k1:${key('c')}`,
};
const goodEnvironment: Environment = {
	values: goodValues,
	lead: 'lead@politi.dk',
	publicKeys: [key('p')],
};
const goodDns: Dns = {
	returnPath: {
		txt: ['v=spf1 include:amazonses.com ~all'],
		mx: ['feedback-smtp.eu-west-1.amazonses.com'],
	},
	dkim: [`p=${'M'.repeat(216)}`],
	dmarc: { records: ['v=DMARC1; p=reject; rua=mailto:rapport@tryghed.example'], policyTag: 'p' },
	issuers: ['letsencrypt.org'],
};
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
const live = liveChecks(Object.keys(securityHeaders([])));

const values = (changed: Record<string, string | undefined>) => ({
	...goodEnvironment,
	values: { ...goodValues, ...changed },
});
const privacy = (changed: Partial<Settings['privacy']>) => ({
	...goodSettings,
	privacy: { ...goodSettings.privacy, ...changed },
});

/** What is found wrong in something that is right but for one thing. */
const wrongIn = {
	settings: (seen: Settings) => judged('', settingChecks, seen).wrong.map(({ what }) => what),
	environment: (seen: Environment) =>
		judged('', environmentChecks, seen).wrong.map(({ what }) => what),
	dns: (seen: Partial<Dns>) =>
		judged('', dnsChecks, { ...goodDns, ...seen }).wrong.map(({ what }) => what),
	live: (seen: Partial<Live>) =>
		judged('', live, { ...goodLive, ...seen }).wrong.map(({ what }) => what),
};

test('nothing is wrong where everything is right', () => {
	expect(wrongIn.settings(goodSettings)).toEqual([]);
	expect(wrongIn.environment(goodEnvironment)).toEqual([]);
	expect(wrongIn.dns({})).toEqual([]);
	expect(wrongIn.live({})).toEqual([]);
});

const bad: Record<string, () => string[]> = {
	'who is the controller': () => wrongIn.settings(privacy({ controller: null })),
	'reach the data protection officer': () =>
		wrongIn.settings(privacy({ dataProtectionOfficer: ' ' })),
	'the legal basis': () => wrongIn.settings(privacy({ legalBasis: null })),
	'who else gets the answers': () => wrongIn.settings(privacy({ recipients: null })),
	'how long applications are kept': () => wrongIn.settings(privacy({ retention: null })),
	'looked up in registers': () => wrongIn.settings(privacy({ registerCheck: null })),
	'a mailbox of the police': () =>
		wrongIn.settings({
			...goodSettings,
			projectLead: { ...settings.projectLead, email: 'lead@politi.example' },
		}),
	'Alarms go to a mailbox on another domain': () =>
		wrongIn.settings({
			...goodSettings,
			mailboxes: { ...goodSettings.mailboxes, alarms: 'vagt@mail.POLITI.dk' },
		}),
	'people ask before they apply': () =>
		wrongIn.settings({ ...goodSettings, practical: { ...goodSettings.practical, pay: null } }),
	'accessibility statement is published': () =>
		wrongIn.settings({ ...goodSettings, accessibilityStatement: 'https://politi.dk/was' }),
	'what is found out about holes': () =>
		wrongIn.settings({ ...goodSettings, mailboxes: { ...goodSettings.mailboxes, security: null } }),
	'sign in to the editor': () =>
		wrongIn.settings({ ...goodSettings, editing: { ...settings.editing, repository: null } }),

	'RESEND_API_KEY is set': () => wrongIn.environment(values({ RESEND_API_KEY: undefined })),
	'RESEND_WEBHOOK_SECRET is set': () =>
		wrongIn.environment(values({ RESEND_WEBHOOK_SECRET: 'secret' })),
	'MAIL_FROM is set': () => wrongIn.environment(values({ MAIL_FROM: 'post@tryghed.example' })),
	'FORM_SECRET is set': () => wrongIn.environment(values({ FORM_SECRET: 'kort' })),
	'OUTBOX_KEY is set': () => wrongIn.environment(values({ OUTBOX_KEY: key('b') })),
	'keys are different': () => wrongIn.environment(values({ OUTBOX_KEY: `k1:${key('a')}` })),
	'a domain of the site’s own': () =>
		wrongIn.environment(values({ MAIL_FROM: 'Politiet <post@mail.politi.dk>' })),
	'not to a local mail server': () =>
		wrongIn.environment(values({ RESEND_BASE_URL: 'http://localhost:1' })),

	'SPF:': () => wrongIn.dns({ returnPath: { ...goodDns.returnPath, txt: ['v=spf1 -all'] } }),
	'MX:': () =>
		wrongIn.dns({
			returnPath: { ...goodDns.returnPath, mx: ['feedback-smtp.us-east-1.amazonses.com'] },
		}),
	'DKIM:': () => wrongIn.dns({ dkim: ['p='] }),
	'DMARC:': () => wrongIn.dns({ dmarc: { records: ['v=DMARC1; p=quarantine'], policyTag: 'p' } }),
	'CAA:': () => wrongIn.dns({ issuers: ['digicert.com'] }),

	'front page answers': () => wrongIn.live({ status: 503 }),
	'led to https': () => wrongIn.live({ insecure: null }),
	'header that protects them': () => wrongIn.live({ headers: {} }),
	'No cookie': () => wrongIn.live({ headers: { ...goodLive.headers, 'set-cookie': 'a=b' } }),
	'/was leads': () => wrongIn.live({ was: '/tilgaengelighed/' }),
	'Whoever finds a hole': () => wrongIn.live({ now: now + 335 * 24 * 60 * 60_000 }),
	'Health:': () => wrongIn.live({ health: { status: 503, body: '{"healthy": false}' } }),
};
for (const [what, wrong] of Object.entries(bad)) {
	test(`it is seen that this does not hold: ${what}`, () => {
		expect(wrong()).toEqual([expect.stringContaining(what)]);
	});
}

test('every check has an example that it finds wrong', () => {
	const count = [settingChecks, environmentChecks, dnsChecks, live].flat().length;
	expect(Object.keys(bad)).toHaveLength(count);
});

test('other keys that may not be', () => {
	const keys =
		'The keys are different from each other, and from the public ones of this repository';
	expect(wrongIn.environment(values({ FORM_SECRET: key('p') }))).toEqual([keys]);
	expect(wrongIn.environment(values({ OUTBOX_KEY: `k1:${key('b')},k1:${key('c')}` }))).toEqual([
		keys,
	]);
});

test('of an empty file nothing is right but that no mail server of an engineer is in it', () => {
	const { right } = judged('', environmentChecks, { ...goodEnvironment, values: {} });
	expect(right).toEqual(['E-mails go to Resend, and not to a local mail server']);
});

test('what was not seen is no yes, and no value is printed', () => {
	const checks = [{ what: 'A', judge: () => right }];
	expect(listOf([judged('G', checks, 'seen')])).toBe(
		'\nG\n  ✓ A\n\n1 right, 0 wrong, 0 not seen. Ready.',
	);
	expect(listOf([judged('G', checks, null, 'no network')])).toBe(
		'\nG (not seen: no network)\n  ? A\n\n0 right, 0 wrong, 1 not seen. Open when a person has seen the rest.',
	);
	const wrong = [{ what: 'A', judge: () => unless(false, 'Do B.') }];
	expect(listOf([judged('G', wrong, 'seen')])).toContain('✗ A\n      Do B.');
	const text = listOf([
		judged('G', environmentChecks, values({ FORM_SECRET: 'kanarie', MAIL_FROM: 'kanarie' })),
	]);
	expect(text).not.toContain('kanarie');
});
