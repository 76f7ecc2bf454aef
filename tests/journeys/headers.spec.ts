import type { APIRequestContext, APIResponse } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

const answers: Record<string, (request: APIRequestContext) => Promise<APIResponse>> = {
	'a page': (request) => request.get('/'),
	'a page that is not there': (request) => request.get('/findes/ikke'),
	'the form with mistakes': (request) => request.post('/ansoeg/tjek', { form: { name: 'Bo' } }),
	'a post without a token': (request) => request.post('/ansoeg/send', { form: {} }),
	'a post with an unknown field': (request) =>
		request.post('/ansoeg/tjek', { form: { cpr: '010101' } }),
	'a post from another site': (request) =>
		request.post('/ansoeg/tjek', { form: {}, headers: { 'Sec-Fetch-Site': 'cross-site' } }),
	'a post in another format': (request) => request.post('/ansoeg/tjek', { data: { name: 'Bo' } }),
	'a post that is too large': (request) =>
		request.post('/ansoeg/tjek', { form: { network: 'a'.repeat(1_000_000) } }),
	'a receipt that was never given': (request) => request.get('/ansoeg/kvittering?nr=falsk'),
	'a form page asked for with GET': (request) => request.get('/ansoeg/send'),
};

for (const [name, ask] of Object.entries(answers)) {
	test(`${name} comes with the security headers`, async ({ request }) => {
		const response = await ask(request);
		const headers = response.headers();
		const policy = headers['content-security-policy'] ?? '';

		expect(response.status()).toBeLessThan(500);
		expect(policy).toMatch(/^default-src 'none';/);
		expect(policy).toContain(`frame-ancestors 'none'`);
		expect(policy).toContain(`base-uri 'none'`);
		expect(policy).not.toContain('unsafe');
		expect(policy).toMatch(/script-src 'inline-speculation-rules';/);
		expect(headers).toMatchObject({
			'cross-origin-embedder-policy': 'require-corp',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
		});
		expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
		expect(headers['referrer-policy']).toBeTruthy();
		expect(headers['permissions-policy']).toBeTruthy();
		expect(headers['set-cookie']).toBeUndefined();
		expect(headers['x-powered-by']).toBeUndefined();
	});
}

test('answers that can hold personal data are stored by nobody but the browser', async ({
	request,
}) => {
	const posted = await request.post('/ansoeg/tjek', { form: { name: 'Bo' } });
	expect(posted.headers()['cache-control']).toBe('private, max-age=0');
	const receipt = await request.get('/ansoeg/kvittering?nr=falsk');
	expect(receipt.headers()['cache-control']).toBe('private, max-age=0');
});
