import { describe } from 'vitest';
import { paths } from '#site/paths.ts';
import { anApplication } from '../support/application.ts';
import { expect, expectCarefulHeaders, test } from '../support/functions.ts';

test('a receipt shows its reference, however often it is opened, and sends nothing', async ({
	functions,
	mailbox,
}) => {
	const form = await functions.checked(anApplication());
	const { headers } = await functions.post(paths.submit, form);
	// Nobody stores the way to it.
	expect(headers.get('cache-control')).toBe('no-store');
	expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
	expect(headers.get('set-cookie')).toBeNull();
	const sent = (await mailbox.emails()).length;
	const first = await functions.receiptAt(headers);
	const second = await functions.receiptAt(headers);
	expect(first.status).toBe(200);
	expect(second.page.html).toBe(first.page.html);
	expect(first.page.title).toMatch(/^Kvittering – /);
	expect(first.page.words).toMatch(/Dit referencenummer er [3-9A-Y]{4}-[3-9A-Y]{4}/);
	expectCarefulHeaders(first);
	expect(await mailbox.emails()).toHaveLength(sent);
});

test('a receipt says when the application was received, as the letter does, however often one presses', async ({
	functions,
	mailbox,
}) => {
	const form = await functions.checked(anApplication({ email: 'tid@eksempel.dk' }));
	const first = await functions.post(paths.submit, form);
	const again = await functions.post(paths.submit, form);
	expect(again.headers.get('location')).toBe(first.headers.get('location'));
	const { page } = await functions.receiptAt(again.headers);
	const [, time = 'no time'] = /Modtaget (.+ kl\. \d+\.\d\d)\. /.exec(page.words) ?? [];
	const letter = (await mailbox.emails()).find(({ to }) => to.includes('tid@eksempel.dk'));
	expect(letter?.text).toContain(`Vi modtog din ansøgning den ${time}.`);
	expect(letter?.from).toContain('<');
	const [, sender = ''] = /<(.+)>/.exec(letter?.from ?? '') ?? [];
	expect(page.words).toContain(`Den kommer fra ${sender}.`);
});

describe('no receipt is shown', () => {
	const table = {
		'for nothing': '',
		'for a made-up signature': `?nr=K7M4-QX9R.${'A'.repeat(43)}`,
		'for markup': '?nr=%3Cscript%3Ealert(1)%3C/script%3E',
		'for broken letters': '?nr=%F8%',
	};
	for (const [what, query] of Object.entries(table)) {
		test(what, async ({ functions }) => {
			const answered = await functions.call(paths.receipt, {}, query);
			expect(answered.status).toBe(404);
			expect(answered.page.one('h1').text).toBe('Vi kan ikke vise kvitteringen');
			expect(answered.page.words).toContain('spørg projektlederen');
			expect(answered.page.html).not.toContain('alert(1)');
			expectCarefulHeaders(answered);
		});
	}
});

test('HEAD is answered like GET', async ({ functions }) => {
	const form = await functions.checked(anApplication());
	const { headers } = await functions.post(paths.submit, form);
	const query = (headers.get('location') ?? '').replace(paths.receipt, '');
	expect((await functions.call(paths.receipt, { method: 'HEAD' }, query)).status).toBe(200);
	expect((await functions.call(paths.receipt, { method: 'HEAD' })).status).toBe(404);
});

for (const method of ['POST', 'PUT', 'DELETE']) {
	test(`${method} is refused`, async ({ functions }) => {
		const answered = await functions.call(paths.receipt, { method });
		expect(answered.status).toBe(405);
		expect(answered.headers.get('allow')).toBe('GET, HEAD');
		expectCarefulHeaders(answered);
	});
}
