import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { events } from '../../scripts/ready/resend.ts';
import { required } from '../../scripts/ready/environment.ts';
import ruleset from '../../.github/ruleset.json' with { type: 'json' };

/** The token that the stand-ins know, and a value that nobody may print. */
export const token = 'noegle';
export const canary = 'kanarie';

/** What the vendors answer when everything is right, in the forms of their published specifications. */
export const vendorAnswers = {
	'/sites/site-1': {
		id: 'site-1',
		account_id: 'hold-1',
		published_deploy: {
			id: 'd1',
			functions_region: 'cmh',
			functions_region_overrides: [{ name: 'health', region: 'fra' }],
		},
	},
	'/accounts/hold-1/env?site_id=site-1': required.map((key) => ({
		key,
		scopes: ['functions'],
		is_secret: key !== 'MAIL_FROM',
		values: [{ id: '1', context: 'production', value: canary }],
	})),
	'/domains': { object: 'list', data: [{ id: 'd1', name: 'post.tryghed.example' }] },
	'/domains/d1': {
		status: 'verified',
		region: 'eu-west-1',
		tls: 'enforced',
		open_tracking: false,
		click_tracking: false,
	},
	'/webhooks': {
		object: 'list',
		data: [{ id: 'w1', endpoint: 'https://tryghed.example/api/resend', status: 'enabled', events }],
	},
	'/repos/ejer/projekt/rules/branches/main': ruleset.rules,
} as const;

/**
 * Stands in for the APIs of Netlify, Resend and GitHub on this machine. GitHub answers about a public repository
 * without a token; the others refuse a wrong one.
 *
 * @param changed other answers: a number is a status, a text no JSON
 */
export async function openVendors(changed: Readonly<Record<string, unknown>> = {}) {
	const answers: Record<string, unknown> = { ...vendorAnswers, ...changed };
	const server = createServer(({ url = '', headers }, response) => {
		const isKnown = url.startsWith('/repos/') || headers.authorization === `Bearer ${token}`;
		const answer = isKnown ? (answers[url] ?? 404) : 401;
		if (typeof answer === 'number') response.writeHead(answer).end();
		else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		[Symbol.dispose]: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
