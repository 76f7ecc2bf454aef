import { describe, vi } from 'vitest';
import { honeypot } from '#application/form/parts.tsx';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { readable } from '#application/asking/phone-number.ts';
import { anApplication } from '../support/application.ts';
import type { Blobs } from '../support/blobs.ts';
import { type Answered, expect, expectCarefulHeaders, test } from '../support/functions.ts';

const { projectLead } = settings;

describe('where an application cannot be stored, no page says that it is', () => {
	const faults: Record<string, (blobs: Blobs) => unknown> = {
		...Object.fromEntries(
			[400, 401, 403, 404, 429, 500, 503].map((status) => [
				`the storage answers ${status}`,
				(blobs: Blobs) => blobs.answerWith(status),
			]),
		),
		'the storage says yes and stores nothing': (blobs) => blobs.answerWith(200),
		'the storage does not answer': (blobs) => blobs.shut(),
	};
	for (const [what, breaks] of Object.entries(faults)) {
		test(what, async ({ functions, blobs, mailbox, logged }) => {
			const form = await functions.checked(anApplication());
			await breaks(blobs);
			const answered = await functions.post(paths.submit, form);
			expect(answered.status).toBe(503);
			expectNotice(answered, 'Vi ved ikke, om din ansøgning er modtaget');
			expectNotice(answered, projectLead.email);
			expectNotice(answered, readable(projectLead.phone));
			expect(answered.page.formTo(paths.submit)).toEqual(form);
			expectCarefulHeaders(answered);
			expect(await blobs.applications()).toEqual([]);
			expect(await mailbox.emails()).toEqual([]);
			expect(logged.at(-1)).toContain('not-accepted');
		});
	}

	test('pressing again when the storage is back sends it, once', async ({
		functions,
		blobs,
		mailbox,
	}) => {
		const form = await functions.checked(anApplication());
		blobs.answerWith(403);
		const { page } = await functions.post(paths.submit, form);
		blobs.answerAsUsual();
		const sent = await functions.post(paths.submit, page.formTo(paths.submit));
		expect(sent.status).toBe(303);
		expect(await blobs.applications()).toHaveLength(1);
		expect(await mailbox.emailsTo(projectLead.email)).toHaveLength(1);
	});
});

describe('a deploy that lacks a setting says so and takes no application', () => {
	const cases: [name: string, value: string | undefined][] = [
		['RESEND_API_KEY', undefined],
		['RESEND_API_KEY', 'not-a-key'],
		['RESEND_WEBHOOK_SECRET', undefined],
		['MAIL_FROM', undefined],
		['MAIL_FROM', 'ansoegning@eksempel.dk'],
		['FORM_SECRET', undefined],
		['FORM_SECRET', 'kort'],
		['OUTBOX_KEY', undefined],
		['OUTBOX_KEY', 'uden-navn'],
	];
	for (const [name, value] of cases) {
		test(`${name} is ${value === undefined ? 'missing' : 'malformed'}`, async ({
			functions,
			set,
			blobs,
			mailbox,
			logged,
		}) => {
			const form = await functions.checked(anApplication());
			set({ [name]: value });
			for (const address of [paths.check, paths.submit] as const) {
				const answered = await functions.post(address, form);
				expect(answered.status).toBe(503);
				expectNotice(answered, 'Webstedet er ikke klar endnu');
				expect(answered.page.formTo(paths.check).network).toBe(form.network);
				expectCarefulHeaders(answered);
				expect(logged.at(-1)).toContain(name);
				expect(logged.at(-1)).toContain('docs/operations.md');
				if (value) expect(logged.at(-1)).not.toContain(value);
			}
			expect(await blobs.stored()).toEqual({});
			expect(await mailbox.emails()).toEqual([]);
		});
	}

	test('a receipt cannot be shown then, and says so', async ({ functions, set }) => {
		set({ FORM_SECRET: undefined });
		const answered = await functions.call(paths.receipt, {}, '?nr=K7M4-QX9R.x');
		expect(answered.status).toBe(503);
		expect(answered.page.words).toContain('Webstedet er ikke klar endnu');
		expectCarefulHeaders(answered);
	});
});

describe('a preview takes no application, nor does a deploy that is not the published one', () => {
	for (const context of ['deploy-preview', 'branch-deploy', 'dev', 'noget-nyt', 'production']) {
		test(context, async ({ functions, set, blobs, mailbox }) => {
			const form = await functions.checked(anApplication());
			functions.deployContext = context;
			functions.published = context !== 'production';
			set({ RESEND_BASE_URL: undefined });
			for (const address of [paths.check, paths.submit] as const) {
				const answered = await functions.post(address, form);
				expect(answered.status).toBe(503);
				expectNotice(answered, 'forhåndsvisning');
				expectCarefulHeaders(answered);
			}
			expect(await blobs.stored()).toEqual({});
			expect(await mailbox.emails()).toEqual([]);
		});
	}
});

describe('a surprise', () => {
	test('is answered with a page that says so, and whom to call', async ({ functions, logged }) => {
		const broken = new ReadableStream({
			pull() {
				throw new RangeError('Kanarieanna');
			},
		});
		const answered = await functions.call(paths.submit, {
			method: 'POST',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: broken,
			duplex: 'half',
		} as RequestInit);
		expect(answered.status).toBe(500);
		expect(answered.page.one('h1').text).toBe('Noget gik galt hos os');
		expect(answered.page.words).toContain(readable(projectLead.phone));
		expectCarefulHeaders(answered);
		expect(logged.join()).toContain('RangeError');
		expect(logged.join()).not.toContain('Kanarieanna');
	});

	const answers = anApplication({ network: 'Bådelauget & "naboerne"\nVi er <mange>.' });
	for (const address of [paths.check, paths.submit] as const) {
		test(`leads back to the answers, at ${address}`, async ({ functions, logged }) => {
			const form = await functions.checked(answers);
			vi.spyOn(Date, 'now').mockImplementationOnce(() => {
				throw new RangeError('Kanarieanna');
			});
			const answered = await functions.post(address, form);
			expect(answered.status).toBe(500);
			expect(answered.page.one('h1').text).toBe('Noget gik galt hos os');
			expectCarefulHeaders(answered);
			expect(logged.join()).toContain('RangeError');
			const back = await functions.post(paths.check, wayBack(answered));
			expect(back.page.formTo(paths.check)).toEqual({ ...answers, [honeypot]: '' });
		});

		test(`without even the frame of a page leads back to them, at ${address}`, async ({
			functions,
			set,
			logged,
		}) => {
			const form = await functions.checked(answers);
			set({ PAGES_URL: 'http://127.0.0.1:1' });
			const answered = await functions.post(address, { ...form, token: '' });
			expect(answered.status).toBe(500);
			expect(answered.page.one('h1').text).toBe('Noget gik galt hos os');
			expect(answered.page.all('a', { href: 'tel:112' })).toHaveLength(1);
			expect(answered.page.all('a', { href: `tel:${projectLead.phone}` })).toHaveLength(1);
			expectCarefulHeaders(answered);
			expect(logged.join()).toContain('failed');
			set({ PAGES_URL: undefined });
			const back = await functions.post(paths.check, wayBack(answered));
			expect(back.page.formTo(paths.check)).toEqual({ ...answers, [honeypot]: '' });
		});
	}
});

/** What "Tilbage til spørgsmålene" sends. */
function wayBack({ page }: Answered): Record<string, string> {
	const button = page.one('form', { action: paths.check }).one('button', { name: 'edit' });
	expect(button.text).toBe('Tilbage til spørgsmålene');
	return { ...page.formTo(paths.check), edit: button.attributes.value ?? '' };
}

function expectNotice({ page }: Answered, words: string): void {
	expect(page.one('div', { class: 'notice', role: 'alert' }).visibleText).toContain(words);
	expect(page.words).toContain(words);
}
