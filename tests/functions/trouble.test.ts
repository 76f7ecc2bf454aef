import { describe, vi } from 'vitest';
import { honeypot } from '#application/form/parts.tsx';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { readable } from '#application/asking/phone-number.ts';
import { anApplication } from '../support/application.ts';
import { type Answered, expect, expectCarefulHeaders, test } from '../support/functions.ts';

const { projectLead } = settings;

describe('where an application cannot be stored, no page says that it is', () => {
	for (const [what, status] of [
		['the storage refuses', 403],
		['the storage is not there', 503],
		['the storage says yes and stores nothing', 200],
	] as const) {
		test(`${what}; pressing again when it is back sends it, once`, async ({
			functions,
			blobs,
			mailbox,
			logged,
		}) => {
			const form = await functions.checked(anApplication());
			blobs.answerWith(status);
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

			blobs.answerAsUsual();
			const sent = await functions.post(paths.submit, answered.page.formTo(paths.submit));
			expect(sent.status).toBe(303);
			expect(await blobs.applications()).toHaveLength(1);
			expect(await mailbox.emailsTo(projectLead.email)).toHaveLength(1);
		});
	}
});

type Changed = Record<string, string | undefined>;
const lacking: Changed[] = [
	{ RESEND_API_KEY: undefined },
	{ RESEND_API_KEY: 'not-a-key' },
	{ RESEND_WEBHOOK_SECRET: undefined },
	{ MAIL_FROM: undefined },
	{ MAIL_FROM: 'ansoegning@eksempel.dk' },
	{ FORM_SECRET: undefined },
	{ FORM_SECRET: 'kort' },
	{ OUTBOX_KEY: undefined },
	{ OUTBOX_KEY: 'uden-navn' },
];
// The last one was published, and still answers.
const previews = ['deploy-preview', 'branch-deploy', 'dev', 'noget-nyt', 'production'];
const refusing: [context: string, changed: Changed, notice: string, why: string][] = [
	...lacking.map((changed): (typeof refusing)[number] => {
		const why = `${Object.keys(changed).join()}: missing or malformed; see docs/operations.md`;
		return ['', changed, 'Webstedet kan ikke tage imod ansøgninger lige nu', why];
	}),
	...previews.map((context): (typeof refusing)[number] => {
		return [context, { RESEND_BASE_URL: undefined }, 'Dette er en forhåndsvisning', 'preview'];
	}),
];
test.for(refusing)(
	'the deploy "%s" with the settings %j takes no application and says so: %s',
	async ([context, changed, notice, why], { functions, set, blobs, mailbox, logged }) => {
		const form = await functions.checked(anApplication());
		set(changed);
		functions.deployContext = context;
		functions.published = false;
		for (const address of [paths.check, paths.submit] as const) {
			const answered = await functions.post(address, form);
			expect(answered.status).toBe(503);
			expectNotice(answered, notice);
			expect(answered.page.formTo(paths.check).network).toBe(form.network);
			expectCarefulHeaders(answered);
			expect(JSON.parse(logged.at(-1) ?? '')).toEqual({ event: 'refused', status: 503, why });
		}
		expect(await blobs.stored()).toEqual({});
		expect(await mailbox.emails()).toEqual([]);
	},
);

test('a receipt cannot be shown where a setting is missing, and says so', async ({
	functions,
	set,
}) => {
	set({ FORM_SECRET: undefined });
	const answered = await functions.call(paths.receipt, {}, '?nr=K7M4-QX9R.x');
	expect(answered.status).toBe(503);
	expect(answered.page.words).toContain('Der er noget galt med webstedet');
	expectCarefulHeaders(answered);
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
		for (const isFrameless of [false, true]) {
			const also = isFrameless ? 'and not even the frame of a page ' : '';
			test(`${also}leads back to the answers, at ${address}`, async ({
				functions,
				set,
				logged,
			}) => {
				const form = await functions.checked(answers);
				if (isFrameless) set({ PAGES_URL: 'http://127.0.0.1:1' });
				vi.spyOn(Date, 'now').mockImplementationOnce(() => {
					throw new RangeError('Kanarieanna');
				});
				const answered = await functions.post(address, form);
				expect(answered.status).toBe(500);
				expect(answered.page.one('h1').text).toBe('Noget gik galt hos os');
				for (const number of ['112', projectLead.phone]) {
					expect(answered.page.all('a', { href: `tel:${number}` })).not.toEqual([]);
				}
				expectCarefulHeaders(answered);
				expect(logged.join()).toContain('RangeError');
				set({ PAGES_URL: undefined });
				const back = await functions.post(paths.check, wayBack(answered));
				expect(back.page.formTo(paths.check)).toEqual({ ...answers, [honeypot]: '' });
			});
		}
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
