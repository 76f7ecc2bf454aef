import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { events } from '#netlify/adapters/resend-event.ts';
import ruleset from '../../../.github/ruleset.json' with { type: 'json' };
import { report } from '../../../scripts/ready/check.ts';
import { required } from '../../../scripts/ready/environment.ts';
import { lookAtVendors } from '../../../scripts/ready/vendors.ts';

const token = 'noegle';
/** A value that nobody may print. */
const canary = 'kanarie';
const keys = { NETLIFY_SITE_ID: 'site-1', NETLIFY_AUTH_TOKEN: token, RESEND_FULL_KEY: token };
const project = {
	functions: ['health'],
	sender: 'post.tryghed.example',
	site: 'https://tryghed.example',
	repository: 'ejer/projekt',
	owners: '* @ejer/udviklere',
};

const site = '/sites/site-1';
const env = '/accounts/hold-1/env?site_id=site-1';
const domain = '/domains/d1';
const hook = '/webhooks';
const rules = '/repos/ejer/projekt/rules/branches/main';

const deploy = (published: object) => ({ account_id: 'hold-1', published_deploy: published });
const variables = required.map((key) => ({
	key,
	scopes: ['functions'],
	is_secret: key !== 'MAIL_FROM',
	values: [{ id: '1', context: 'production', value: canary }],
}));
const goodDomain = {
	status: 'verified',
	region: 'eu-west-1',
	tls: 'enforced',
	open_tracking: false,
	click_tracking: false,
};
const webhook = { endpoint: 'https://tryghed.example/api/resend', status: 'enabled', events };

/** What the APIs answer when everything is right, in the forms of their published specifications. */
const good: Readonly<Record<string, unknown>> = {
	[site]: deploy({
		functions_region: 'cmh',
		functions_region_overrides: [{ name: 'health', region: 'fra' }],
	}),
	[env]: variables,
	'/domains': { object: 'list', data: [{ id: 'd1', name: 'post.tryghed.example' }] },
	[domain]: goodDomain,
	[hook]: { object: 'list', data: [webhook] },
	[rules]: ruleset.rules.map((rule) => ({ ...rule, ruleset_id: 1 })).toReversed(),
};

/**
 * Asks stand-ins for the three APIs. GitHub answers about a public repository without a token; the others refuse a
 * wrong one.
 *
 * @param changed other answers: a number is a status, a text no JSON
 */
async function look(changed: Readonly<Record<string, unknown>> = {}, given: object = {}) {
	const answers: Record<string, unknown> = { ...good, ...changed };
	const server = createServer(({ url = '', headers }, response) => {
		const isKnown = url.startsWith('/repos/') || headers.authorization === `Bearer ${token}`;
		const answer = isKnown ? (answers[url] ?? 404) : 401;
		if (typeof answer === 'number') response.writeHead(answer).end();
		else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const apis = { netlify: url, resend: url, github: url };
	const results = await lookAtVendors(
		{ ...keys, ...given },
		{ ...project, ...given },
		apis,
	).finally(() => {
		server.close();
		server.closeAllConnections();
	});
	return Object.values(results).flat();
}

const [variable, ...others] = variables;
const variablesWith = (change: object) => [{ ...variable, ...change }, ...others];
const webhookWith = (change: object) => ({ data: [{ ...webhook, ...change }] });
const domainWith = (change: object) => ({ ...goodDomain, ...change });
const without = (type: string) => ruleset.rules.filter((rule) => rule.type !== type);
const changed = (from: string, to: string) =>
	JSON.parse(JSON.stringify(ruleset.rules).replace(from, to)) as unknown;

const region = 'Every function runs in F';
const scope = 'Only the functions of th';
const verified = 'Resend has verified the ';
const ireland = 'E-mails are sent from Ir';
const tls = 'No e-mail travels withou';
const tracked = 'Nobody is tracked in an ';
const reported = 'Resend reports to this s';
const kinds = 'It reports each kind of ';
const unprotected = '✗ main is protected as .gi';

const cases: readonly [what: string, path: string, answer: unknown, ...bad: string[]][] = [
	['everything right', '', {}],
	['one region for all functions', site, deploy({ functions_region: 'fra' })],
	['a function in Ohio', site, deploy({ functions_region: 'cmh' }), `✗ ${region}`],
	['nothing published yet', site, deploy({}), `? ${region}`],
	['a setting of builds', env, variablesWith({ scopes: ['builds', 'functions'] }), `✗ ${scope}`],
	['a setting of previews', env, variablesWith({ values: [{ context: 'all' }] }), `✗ ${scope}`],
	['a readable key', env, variablesWith({ is_secret: false }), '✗ Nobody can read the secr'],

	[
		'no such domain at Resend',
		'/domains',
		{ data: [] },
		`✗ ${verified}`,
		...[ireland, tls, tracked].map((what) => `? ${what}`),
	],
	['a domain that waits', domain, domainWith({ status: 'pending' }), `✗ ${verified}`],
	['a domain in the USA', domain, domainWith({ region: 'us-east-1' }), `✗ ${ireland}`],
	['TLS if it is offered', domain, domainWith({ tls: 'opportunistic' }), `✗ ${tls}`],
	['an answer without TLS', domain, domainWith({ tls: undefined }), `? ${tls}`],
	['open tracking', domain, domainWith({ open_tracking: true }), `✗ ${tracked}`],
	['click tracking', domain, domainWith({ click_tracking: true }), `✗ ${tracked}`],
	['an answer without tracking', domain, domainWith({ open_tracking: undefined }), `? ${tracked}`],
	['no webhook', hook, { data: [] }, `✗ ${reported}`, `? ${kinds}`],
	[
		'a webhook of another site',
		hook,
		webhookWith({ endpoint: 'https://other.example/api/resend' }),
		`✗ ${reported}`,
		`? ${kinds}`,
	],
	['a disabled webhook', hook, webhookWith({ status: 'disabled' }), `✗ ${reported}`],
	['a webhook of no event', hook, webhookWith({ events: null }), `✗ ${kinds}`],

	['no pull requests', rules, without('pull_request'), unprotected],
	['no code owners', rules, changed('require_code_owner_review":true', 'x":1'), unprotected],
	['a check that is not waited for', rules, changed('{"context":"test"}', '{}'), unprotected],
	['one check more', rules, changed('{"context":"test"}', '{"context":"test"},1')],
];
test.each(cases)('npm run ready asks the vendors: %s', async (_, path, answer, ...bad) => {
	const found = (await look({ [path]: answer })).filter(({ state }) => state !== 'right');
	expect(
		found.map(({ state, what }) => `${state === 'wrong' ? '✗' : '?'} ${what.slice(0, 24)}`),
	).toEqual(bad);
});

const noKeys = { NETLIFY_SITE_ID: undefined, RESEND_FULL_KEY: undefined };
type Note = [what: string, changed: Record<string, unknown>, given: object, ...why: string[]];
const notes: Note[] = [
	...(
		[
			[401, ' answers 401: the key or token is wrong, or has expired.'],
			[403, ' answers 403: the key or token may not read this.'],
			[404, ' answers 404: it knows no such thing, or the token may not read it.'],
			[500, ' answers 500.'],
			[{ id: 1 }, ' answers in a form that is unknown here.'],
		] as const
	).map(([answer, why]): Note => [why, { [site]: answer }, {}, `HOST${site}${why}`]),
	['no JSON', { [site]: 'x' }, {}, `HOST${site} answers in a form that is unknown here.`],
	[
		'no keys in the file',
		{},
		noKeys,
		'Set NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file.',
		'Set RESEND_FULL_KEY in the file: a key with full access, for an hour.',
	],
	[
		'no repository',
		{},
		{ repository: null },
		'Set editing.repository in content/settings/site.json.',
	],
];
test.each(notes)(
	'nothing counts as seen, and why is said: %s',
	async (_, changed, given, ...why) => {
		const unseen = (await look(changed, given)).filter(({ state }) => state === 'unseen');
		const found = unseen.map(({ note }) => note.replace(/^127\.0\.0\.1:\d+/, 'HOST'));
		expect([...new Set(found)]).toEqual(why);
	},
);

test('CODEOWNERS without people is wrong', async () => {
	const results = await look({}, { owners: '* @OWNER/udviklere' });
	expect(results.filter(({ state }) => state === 'wrong')).toMatchObject([
		{ what: 'CODEOWNERS names people' },
	]);
});

test('no key and no value is printed', async () => {
	const { text } = report({ all: await look({ [env]: variablesWith({ scopes: [] }) }) });
	expect(text).toContain('✗ must: Only the functions');
	expect(text).not.toContain(canary);
	expect(text).not.toContain(token);
});
