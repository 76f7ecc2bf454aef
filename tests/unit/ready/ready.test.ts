import { NOTFOUND, REFUSED } from 'node:dns/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { settings } from '#content/settings.ts';
import { readEnvironment } from '#netlify/adapters/env.ts';
import { events } from '#netlify/adapters/resend-event.ts';
import { securityHeaders } from '#site/headers.ts';
import { securityTxt } from '#site/security-txt.ts';
import ruleset from '../../../.github/ruleset.json' with { type: 'json' };
import { localEnvironment } from '../../../scripts/local-environment.ts';
import { report, type Result, seen } from '../../../scripts/ready/check.ts';
import { dns } from '../../../scripts/ready/dns.ts';
import { environment } from '../../../scripts/ready/environment.ts';
import { live } from '../../../scripts/ready/live.ts';
import { repository } from '../../../scripts/ready/repository.ts';
import { github, netlify, resend } from '../../../scripts/ready/vendors.ts';

const key = (letter: string) => `${letter.repeat(43)}=`;
const token = 'noegle';
/** A value that nobody may print. */
const canary = 'kanarie';
const sender = 'post.tryghed.example';
const site = new URL('https://www.tryghed.example');
const month = 31 * 24 * 60 * 60_000;

const atNetlify = 'https://api.netlify.com/api/v1';
const project = `${atNetlify}/sites/site-1`;
const env = `${atNetlify}/accounts/hold-1/env?site_id=site-1`;
const domains = 'https://api.resend.com/domains';
const domain = `${domains}/d1`;
const hooks = 'https://api.resend.com/webhooks';
const rules = 'https://api.github.com/repos/ejer/projekt/rules/branches/main';
const home = site.href;
const security = `${home}.well-known/security.txt`;
const health = `${home}api/health`;
const insecure = home.replace('https', 'http');
const dmarc = `TXT _dmarc.${sender}`;
const caa = 'CAA tryghed.example';

const deploy = (published: object) => ({ account_id: 'hold-1', published_deploy: published });
const [variable, ...variables] = readEnvironment({}).problems.map((name) => ({
	key: name,
	scopes: ['functions'],
	is_secret: name !== 'MAIL_FROM',
	values: [{ id: '1', context: 'production', value: canary }],
}));
const variablesWith = (change: object) => [{ ...variable, ...change }, ...variables];
const domainWith = (change: object) => ({
	[domain]: {
		status: 'verified',
		region: 'eu-west-1',
		tls: 'enforced',
		open_tracking: false,
		click_tracking: false,
		...change,
	},
});
const webhookWith = (change: object) => ({
	[hooks]: { data: [{ endpoint: `${home}api/resend`, status: 'enabled', events, ...change }] },
});
const rulesWith = (from: string, to: string) => ({
	[rules]: JSON.parse(JSON.stringify(ruleset.rules).replace(from, to)) as unknown,
});
/** A long text lies in DNS in pieces. */
const dmarcWith = (policy: string, reports = 'tryghed.example') => ({
	[dmarc]: [['v=DMARC1; ', `${policy}; rua=mailto:x@${reports}`]],
});
/** A security.txt of so many milliseconds ago. */
const contactOf = (age: number) => securityTxt('hul@tryghed.example', site, Date.now() - age);

/** What there is to see when everything is right, by its name or address. */
const right: Readonly<Record<string, unknown>> = {
	settings: {
		...settings,
		projectLead: { ...settings.projectLead, email: 'leder@politi.dk' },
		mailboxes: { alarms: 'vagt@kommune.example', security: null },
		accessibilityStatement: 'https://was.digst.dk/tryghed-example-dk',
		privacy: { controller: 'et svar' },
		practical: { pay: 'et svar', age: 'et svar' },
		closed: null,
		editing: { ...settings.editing, repository: 'ejer/projekt' },
	},
	owners: '* @ejer/udviklere',

	RESEND_API_KEY: 're_123',
	RESEND_WEBHOOK_SECRET: 'whsec_123',
	MAIL_FROM: `Tryghedsambassadør <post@${sender}>`,
	FORM_SECRET: key('a'),
	OUTBOX_KEY: `k2:${key('b')},k1:${key('c')}`,
	NETLIFY_SITE_ID: 'site-1',
	NETLIFY_AUTH_TOKEN: token,
	RESEND_FULL_KEY: token,

	[project]: deploy({
		functions_region: 'cmh',
		functions_region_overrides: [{ name: 'health', region: 'fra' }],
	}),
	[env]: variablesWith({}),
	[domains]: { object: 'list', data: [{ id: 'd1', name: sender }] },
	...domainWith({}),
	...webhookWith({}),
	[rules]: ruleset.rules.map((rule) => ({ ...rule, ruleset_id: 1 })).toReversed(),

	// The domain that sends lies under that of the site.
	'NS dk': ['b.nic.dk'],
	...dmarcWith('p=reject'),
	[caa]: [{ issue: 'letsencrypt.org' }],

	[home]: new Response('', { headers: securityHeaders([]) }),
	[insecure]: new Response('', { status: 301, headers: { location: home } }),
	[security]: contactOf(0),
	[health]: '{}',
};

/** Judges what there is to see. A number is the status of an answer, `silence` is none. */
async function look(changed: Readonly<Record<string, unknown>>): Promise<Result[]> {
	const world = { ...right, ...changed };
	const ask = (type: string) => (name: string) => {
		const records = world[`${type} ${name}`] ?? NOTFOUND;
		return Array.isArray(records)
			? Promise.resolve(records as never)
			: Promise.reject(Object.assign(new Error(), { code: records }));
	};
	const resolver = { resolveTxt: ask('TXT'), resolveNs: ask('NS'), resolveCaa: ask('CAA') };
	vi.stubGlobal('fetch', async (address: URL | string, { headers }: RequestInit) => {
		const answer = world[String(address)] ?? 404;
		const isAllowed =
			!/netlify|resend\.com/.test(String(address)) ||
			new Headers(headers).get('authorization') === `Bearer ${token}`;
		if (answer === 'silence') return Promise.reject(new TypeError('fetch failed'));
		if (answer instanceof Response) return answer.clone();
		if (!isAllowed || typeof answer === 'number')
			return new Response('', { status: isAllowed ? Number(answer) : 401 });
		return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
	});
	const keys = world as NodeJS.Dict<string>;
	const facts = world.settings as typeof settings;
	const groups = [
		() => repository(facts, String(world.owners)),
		() => environment(keys, facts.projectLead.email),
		() => netlify(keys, ['health']),
		() => resend(keys, sender, site.origin),
		() => dns(sender, site.hostname, resolver),
		() => github(keys, facts.editing.repository),
		() => live(site),
	];
	return (await Promise.all(groups.map(seen))).flat();
}
afterEach(() => vi.unstubAllGlobals());

const fact = (change: object) => ({ settings: { ...(right.settings as object), ...change } });
const forged = '✗ later: DMARC: forged';
const allDmarc = ['✗ must: DMARC: the domain', '✗ should: DMARC: reports.*Add rua', forged];
const anyIssuer = '✗ later: CAA';

const cases: Record<string, [changed: Readonly<Record<string, unknown>>, ...bad: string[]]> = {
	'everything right': [{}],

	'no mailbox of alarms': [
		fact({ mailboxes: { alarms: null, security: null } }),
		'✗ must: Every fact.*Set mailboxes.alarms:',
	],
	'no people in CODEOWNERS': [{ owners: '* @OWNER/udviklere' }, '✗ must: CODEOWNERS'],
	'closed by staff': [fact({ closed: 'Vi åbner til foråret.' }), '✗ should: Staff have not'],
	'a question without answer': [
		fact({ practical: { pay: null, age: 'et svar' } }),
		'✗ should: What people ask.*about pay \\(',
	],
	'a statement elsewhere': [
		fact({ accessibilityStatement: 'https://politi.dk/' }),
		'✗ should: The accessibility',
	],

	'no key of Resend': [{ RESEND_API_KEY: undefined }, '✗ must: Every setting.*: RESEND_API_KEY\\.'],
	'a key of another form': [{ FORM_SECRET: 'x' }, '✗ must: Every setting.*: FORM_SECRET\\.'],
	'the same key twice': [{ OUTBOX_KEY: `k1:${key('a')}` }, '✗ must: The keys'],
	'the same id twice': [{ OUTBOX_KEY: `k:${key('b')},k:${key('c')}` }, '✗ must: The keys'],
	'a public key': [{ FORM_SECRET: localEnvironment('').FORM_SECRET }, '✗ must: The keys'],
	'a sender of the police': [{ MAIL_FROM: 'A <a@mail.politi.dk>' }, '✗ must: .*a domain of the'],

	'all functions in Frankfurt': [{ [project]: deploy({ functions_region: 'fra' }) }],
	'a function in Ohio': [{ [project]: deploy({ functions_region: 'cmh' }) }, '✗ must: Every func'],
	'nothing published yet': [{ [project]: deploy({}) }, '\\? must: Every function'],
	'a setting of builds': [
		{ [env]: variablesWith({ scopes: ['builds', 'functions'] }) },
		'✗ must: Only the functions.*: RESEND_API_KEY\\.',
	],
	'a setting of previews': [
		{ [env]: variablesWith({ values: [{ context: 'all' }] }) },
		'✗ must: Only the functions',
	],
	'a readable key': [
		{ [env]: variablesWith({ is_secret: false }) },
		'✗ should: Nobody can read.*--secret: RESEND_API_KEY',
	],

	'no domain at Resend': [
		{ [domains]: { data: [] } },
		'✗ must: .*verified',
		...['Ireland', 'encryption', 'tracked'].map((what) => `\\? must: .*${what}`),
	],
	'a domain that waits': [domainWith({ status: 'pending' }), '✗ must: .*verified.*is "pending"'],
	'a domain in the USA': [domainWith({ region: 'us-east-1' }), '✗ must: .*Ireland'],
	'TLS if it is offered': [domainWith({ tls: 'opportunistic' }), '✗ must: .*encryption'],
	'no word of TLS': [domainWith({ tls: undefined }), '\\? must: .*encryption.*does not say'],
	'open tracking': [domainWith({ open_tracking: true }), '✗ must: .*tracked'],
	'click tracking': [domainWith({ click_tracking: true }), '✗ must: .*tracked'],
	'no word of tracking': [domainWith({ open_tracking: undefined }), '\\? must: .*tracked'],
	'a webhook of another site': [
		webhookWith({ endpoint: 'https://other.example/api/resend' }),
		'✗ must: Resend reports to this site.*No webhook leads',
		'\\? must: It reports each kind',
	],
	'a disabled webhook': [webhookWith({ status: 'disabled' }), '✗ must: Resend reports.*disabled'],
	'a webhook of no event': [webhookWith({ events: null }), '✗ must: It reports each kind'],

	'no DMARC': [{ [dmarc]: [] }, ...allDmarc],
	'another text in its place': [{ [dmarc]: [['a wildcard']] }, ...allDmarc],
	'DMARC twice, of which neither counts': [
		{ [dmarc]: [['v=DMARC1; p=reject; rua=mailto:x@tryghed.example'], ['v=DMARC1']] },
		'✗ must: DMARC: the',
		forged,
	],
	'DMARC none, as a new domain begins': [dmarcWith('p=none'), `${forged}.*"v=DMARC1; p=none;`],
	'DMARC in test mode, which asks for quarantine': [dmarcWith('p=reject; t=y'), forged],
	'DMARC in test mode no more': [dmarcWith('p=reject; t=n')],
	'DMARC with pct, which older receivers read': [dmarcWith('p=reject; pct=10'), forged],
	'reports to another domain that has not agreed': [
		dmarcWith('p=reject', 'reports.example!10m'),
		'✗ should: DMARC: reports.* at post.tryghed.example._report._dmarc.reports.example\\.',
	],
	'reports to another domain that has agreed': [
		{
			...dmarcWith('p=reject', 'reports.example!10m'),
			[`TXT ${sender}._report._dmarc.reports.example`]: [['v=DMARC1']],
		},
	],
	'no CAA': [{ [caa]: [] }, anyIssuer],
	'CAA of another issuer': [{ [caa]: [{ issue: 'digicert.com' }] }, '✗ must: CAA'],
	'CAA at the site, which is nearer': [
		{ 'CAA www.tryghed.example': right[caa], [caa]: [{ issue: 'digicert.com' }] },
	],
	'CAA at the site that lets anybody issue': [
		{ 'CAA www.tryghed.example': [{ iodef: 'mailto:x@tryghed.example' }] },
		anyIssuer,
	],

	'no code owners': [rulesWith('require_code_owner_review":true', 'x":1'), '✗ must: main is'],
	'a check less': [rulesWith('{"context":"test"}', '{}'), '✗ must: main is protected'],
	'a check more': [rulesWith('{"context":"test"}', '{"context":"test"},1')],

	'a site without https': [{ [insecure]: '' }, '✗ must: Without https'],
	'a site with https only': [{ [insecure]: 'silence' }, '✗ must: Without https'],
	'no headers': [{ [home]: '' }, '✗ must: Pages have every header.*Referrer-Policy'],
	'a cookie': [
		{ [home]: new Response('', { headers: { ...securityHeaders([]), 'set-cookie': 'a=b' } }) },
		'✗ must: No cookie',
	],
	'an old security.txt': [{ [security]: contactOf(11 * month) }, '✗ should: security.txt'],
	'no security.txt': [{ [security]: 404 }, '✗ should: security.txt.*mailboxes.security'],
	'an alarm': [
		{ [health]: new Response('{\n\t"why"', { status: 503 }) },
		'✗ must: Health: .*It answers 503: { "why"',
	],

	// Nothing counts as seen, and why is said.
	'a wrong key': [
		{ [project]: 401 },
		'\\? must: api.netlify.com/.*site-1 answers 401: the key or token is wrong, or has expired\\.',
	],
	'an error of the vendor': [{ [project]: 500 }, '\\? must: .* answers 500\\.'],
	'another form': [{ [project]: { id: 1 } }, '\\? must: .* in a form that is unknown here\\.'],
	'no JSON': [{ [project]: 'x' }, '\\? must: .* in a form that is unknown here\\.'],
	'a silent vendor': [{ [rules]: 'silence' }, '\\? must: api.github.com does not answer'],
	'no token in the file': [{ NETLIFY_SITE_ID: undefined }, '\\? must: Set NETLIFY_SITE_ID and'],
	'no repository': [
		fact({ editing: { repository: null } }),
		'\\? must: Set editing.repository in content',
	],
	'a network that knows no name at all': [{ 'NS dk': [] }, '\\? must: The DNS does not answer'],
	'no answer about DMARC': [{ [dmarc]: REFUSED }, '\\? must: The DNS does not answer'],
	'no answer about CAA': [{ [caa]: REFUSED }, '\\? must: The DNS does not answer'],
	'a site that is down': [{ [home]: 503 }, '\\? must: The site answers 503\\.'],
	'a private site': [{ [home]: 401 }, '\\? must: The project is private'],
	'a silent site': [{ [home]: 'silence' }, '\\? must: www.tryghed.example does not answer'],
};

/** The lines of what is not right, each with what to do. */
const badIn = (results: Result[]) =>
	report({ G: results.filter(({ holds }) => !holds) })
		.text.replaceAll(/\n {6}/g, ' ')
		.split('\n')
		.filter((line) => /^ {2}[✗?]/.test(line));

test.each(Object.entries(cases))('npm run ready sees: %s', async (_, [changed, ...bad]) => {
	expect(badIn(await look(changed))).toEqual(
		bad.map((pattern) => expect.stringMatching(pattern) as string),
	);
});

test('every check has an example that it finds wrong', async () => {
	const found = new Set<string>();
	for (const [changed] of Object.values(cases)) {
		for (const { what, holds } of await look(changed)) if (holds === false) found.add(what);
	}
	expect((await look({})).map(({ what }) => what).filter((what) => !found.has(what))).toEqual([]);
});

test('no key and no value is printed', async () => {
	const secrets = { FORM_SECRET: canary, MAIL_FROM: canary };
	const { text } = report({ G: await look({ ...secrets, [env]: variablesWith({ scopes: [] }) }) });
	expect(text).toContain('✗ must: Only the functions');
	expect(text).not.toContain(canary);
	expect(text).not.toContain(token);
});

test('the list counts what it shows, and the site can open when no "must" is left or unseen', () => {
	const a = { level: 'must', what: 'A', holds: true, todo: '' } as const;
	const b = { level: 'should', what: 'B', holds: false, todo: 'Do B.' } as const;
	const c = { level: 'later', what: 'C', holds: undefined, todo: 'See C.' } as const;
	expect(report({ G: [a, b], H: [c] })).toEqual({
		text: [
			'\nG',
			'  ✓ A',
			'  ✗ should: B\n      Do B.',
			'\nH',
			'  ? later: C\n      See C.',
			'\n1 right, 0 must, 1 should, 0 later, 1 not seen. It can open.',
		].join('\n'),
		exitCode: 3,
	});
	for (const holds of [false, undefined]) {
		expect(report({ G: [a, { ...a, holds }] })).toMatchObject({
			text: expect.stringContaining('Do not open yet.') as string,
			exitCode: 1,
		});
	}
	expect(report({ G: [a, c] })).toMatchObject({ exitCode: 0 });
});
