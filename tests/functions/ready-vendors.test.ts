import { expect, test } from 'vitest';
import { type Result, report } from '../../scripts/ready/check.ts';
import { required } from '../../scripts/ready/environment.ts';
import { lookAtGithub } from '../../scripts/ready/github.ts';
import { lookAtNetlify } from '../../scripts/ready/netlify.ts';
import { lookAtResend } from '../../scripts/ready/resend.ts';
import { canary, openVendors, token, vendorAnswers } from '../support/vendors.ts';

const keys = { NETLIFY_SITE_ID: 'site-1', NETLIFY_AUTH_TOKEN: token, RESEND_FULL_KEY: token };
const ours = { sender: 'post.tryghed.example', site: 'https://tryghed.example' };
const owned = { repository: 'ejer/projekt', owners: '* @ejer/udviklere' };

/** Everything that the three vendors are asked about a project. */
async function look(changed: Record<string, unknown> = {}, given: NodeJS.Dict<string> = keys) {
	using vendors = await openVendors(changed);
	const { url } = vendors;
	return [
		...(await lookAtNetlify(given, { functions: ['health'], names: required }, url)),
		...(await lookAtResend(given, ours, url)),
		...(await lookAtGithub({}, owned, url)),
	];
}

/** What is not right: its mark, and how it begins. */
const bad = (results: readonly Result[]) =>
	results.flatMap(({ what, state }) =>
		state === 'right' ? [] : [`${state === 'wrong' ? '✗' : '?'} ${what.slice(0, 24)}`],
	);

const site = '/sites/site-1';
const env = '/accounts/hold-1/env?site_id=site-1';
const domain = '/domains/d1';
const hook = '/webhooks';
const rules = '/repos/ejer/projekt/rules/branches/main';
const [variable, ...variables] = vendorAnswers[env];
const [webhook] = vendorAnswers[hook].data;
const variablesWith = (change: object) => [{ ...variable, ...change }, ...variables];
const deploy = (change: object) => ({ account_id: 'hold-1', published_deploy: change });
const without = (type: string) => vendorAnswers[rules].filter((rule) => rule.type !== type);
const reviewed = vendorAnswers[rules].find(({ type }) => type === 'pull_request')?.parameters;
const rulesWith = (change: object) => [
	...without('pull_request'),
	{ type: 'pull_request', parameters: { ...reviewed, ...change } },
];

const region = 'Every function runs in F';
const scope = 'Only the functions of th';
const ireland = 'E-mails are sent from Ir';
const tls = 'No e-mail travels withou';
const tracked = 'Nobody is tracked in an ';
const reported = 'Resend reports to this s';
const unowned = '✗ Nothing gets into main w';
const kinds = 'It reports each kind of ';

const cases: readonly [what: string, path: string, answer: unknown, ...bad: string[]][] = [
	['everything right', '', {}],
	['one region for all functions', site, deploy({ functions_region: 'fra' })],
	['a function in Ohio', site, deploy({ functions_region: 'cmh' }), `✗ ${region}`],
	['nothing published yet', site, deploy({}), `? ${region}`],
	['a missing setting', env, variables, '✗ Netlify has every settin'],
	['a setting of builds', env, variablesWith({ scopes: ['builds', 'functions'] }), `✗ ${scope}`],
	['a setting of previews', env, variablesWith({ values: [{ context: 'all' }] }), `✗ ${scope}`],
	['a readable key', env, variablesWith({ is_secret: false }), '✗ Nobody can read the secr'],

	[
		'no such domain at Resend',
		'/domains',
		{ data: [] },
		'✗ Resend has verified the ',
		...[ireland, tls, tracked].map((what) => `? ${what}`),
	],
	['a domain that waits', domain, { status: 'pending' }, '✗ Resend has verified the '],
	['a domain in the USA', domain, { region: 'us-east-1' }, `✗ ${ireland}`],
	['TLS if it is offered', domain, { tls: 'opportunistic' }, `✗ ${tls}`],
	['an answer without TLS', domain, { tls: undefined }, `? ${tls}`],
	['open tracking', domain, { open_tracking: true }, `✗ ${tracked}`],
	['click tracking', domain, { click_tracking: true }, `✗ ${tracked}`],
	['an answer without tracking', domain, { open_tracking: undefined }, `? ${tracked}`],
	['no webhook', hook, { data: [] }, `✗ ${reported}`, `? ${kinds}`],
	[
		'a webhook of another site',
		hook,
		{ data: [{ ...webhook, endpoint: 'https://other.example/api/resend' }] },
		`✗ ${reported}`,
		`? ${kinds}`,
	],
	['a disabled webhook', hook, { data: [{ ...webhook, status: 'disabled' }] }, `✗ ${reported}`],
	['a webhook of no event', hook, { data: [{ ...webhook, events: null }] }, `✗ ${kinds}`],

	['no pull requests', rules, without('pull_request'), unowned],
	['no code owners', rules, rulesWith({ require_code_owner_review: false }), unowned],
	['approvals of older text', rules, rulesWith({ dismiss_stale_reviews_on_push: false }), unowned],
	['no approval', rules, rulesWith({ required_approving_review_count: 0 }), unowned],
	['no checks', rules, without('required_status_checks'), unowned],
	['force pushes', rules, without('non_fast_forward'), '✗ Nobody can rewrite what '],
];
for (const [what, path, answer, ...expected] of cases) {
	test(`npm run ready asks the vendors: ${what}`, async () => {
		const whole = path === domain ? { ...vendorAnswers[domain], ...(answer as object) } : answer;
		expect(bad(await look({ [path]: whole }))).toEqual(expected);
	});
}

test('CODEOWNERS without people is wrong, and without a repository GitHub is not asked', async () => {
	const results = await lookAtGithub({}, { repository: null, owners: '* @OWNER/udviklere' });
	expect(results.map(({ state }) => state)).toEqual(['wrong', 'unseen', 'unseen', 'unseen']);
});

const notes = async (changed: Record<string, unknown>, given: NodeJS.Dict<string> = keys) => {
	const unseen = (await look(changed, given)).filter(({ state }) => state === 'unseen');
	return [...new Set(unseen.map(({ note }) => note.replace(/^127\.0\.0\.1:\d+/, 'HOST')))];
};
for (const [what, answer, why] of [
	['a wrong token', 401, `HOST${site} answers 401: the key or token is wrong, or has expired.`],
	['a weak token', 403, `HOST${site} answers 403: the key or token may not read this.`],
	[
		'a wrong id',
		404,
		`HOST${site} answers 404: it knows no such thing, or the token may not read it.`,
	],
	['trouble', 500, `HOST${site} answers 500.`],
	['another form', { id: 1 }, `HOST${site} answers in a form that is unknown here.`],
	['no JSON', 'x', 'HOST does not answer from here.'],
] as const) {
	test(`an answer of ${what} is named, and nothing counts as seen`, async () => {
		expect(await notes({ [site]: answer })).toEqual([why]);
	});
}

test('what is missing in the file is named', async () => {
	expect(await notes({}, {})).toEqual([
		'Set NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file.',
		'Set RESEND_FULL_KEY in the file: a key with full access, for an hour.',
	]);
});

test('no key and no value is printed', async () => {
	const { text } = report({ all: await look({ [env]: variablesWith({ scopes: [] }) }) });
	expect(text).toContain('✗ must: Only the functions');
	expect(text).not.toContain(canary);
	expect(text).not.toContain(token);
});
