import { describe } from 'vitest';
import { honeypot } from '#application/form/parts.tsx';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import {
	aMunicipality,
	anApplication,
	aRecognisableApplication,
	traces,
} from '../support/application.ts';
import { aPost, expect, test } from '../support/functions.ts';

const { projectLead } = settings;
const reference = /^[3-9A-Y]{4}-[3-9A-Y]{4}$/;

test('an application goes from the form over the check page to the receipt and both mailboxes', async ({
	functions,
	blobs,
	mailbox,
}) => {
	const answers = anApplication();
	const { status, page } = await functions.post(paths.check, answers);
	expect(status).toBe(200);
	expect(page.title).toMatch(/^Tjek dine svar – /);
	expect(page.words).toContain('ikke sendt endnu');
	expect(await blobs.stored()).toEqual({});
	expect(await mailbox.emails()).toEqual([]);

	const sent = await functions.post(paths.submit, page.formTo(paths.submit));
	expect(sent.status).toBe(303);
	const receipt = await functions.receiptAt(sent.headers);
	expect(receipt.status).toBe(200);
	const number = receipt.page.one('p', { class: 'reference' }).text;
	expect(number).toMatch(reference);
	expect(await blobs.applications()).toHaveLength(1);

	const [toLead, toApplicant, ...more] = await mailbox.emails();
	expect(more).toEqual([]);
	expect(toLead?.to).toEqual([projectLead.email]);
	expect(toLead?.reply_to).toEqual([answers.email]);
	expect(toLead?.subject).toBe(`Ny ansøgning ${number}: ${settings.name}, ${aMunicipality}`);
	expect(toLead?.text).toContain(answers.name);
	expect(toApplicant?.to).toEqual([answers.email]);
	expect(toApplicant?.reply_to).toEqual([projectLead.email]);
	expect(toApplicant?.text).toContain(number);
	for (const letter of [toLead, toApplicant]) {
		expect(letter?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
	}
});

test('sent at the same time, from one check page or two, it is one reference and one e-mail to the project lead', async ({
	functions,
	blobs,
	mailbox,
}) => {
	const one = await functions.checked(anApplication());
	const other = await functions.checked(anApplication({ phone: '+4520304050' }));
	expect(other.token).not.toBe(one.token);
	const forms = [one, one, other, other];
	const sent = await Promise.all(forms.map((form) => functions.post(paths.submit, form)));
	for (const { status } of sent) expect(status).toBe(303);
	expect(new Set(sent.map(({ headers }) => headers.get('location'))).size).toBe(1);
	expect(await blobs.applications()).toHaveLength(1);
	expect(await mailbox.emailsTo(projectLead.email)).toHaveLength(1);
});

describe('going back to change an answer', () => {
	const difficult = anApplication({
		name: `Ib "O'Brien" <ib> & søn`,
		network: 'Linje 1\r\n\r\n</textarea><b>linje 3</b>\r\n"citat"',
		motivation: `</script>'">&lt;&amp;`,
		callTime: `kl. "16" & <senere>`,
	});

	test('keeps every answer, with quotes, markup and lines', async ({ functions }) => {
		const form = await functions.checked(difficult);
		const { status, page } = await functions.post(paths.check, { ...form, edit: 'area' });
		expect(status).toBe(200);
		expect(page.title).not.toMatch(/^Fejl/);
		expect(page.all('*', { class: 'error-summary' })).toEqual([]);
		expect(page.formTo(paths.check)).toEqual({
			...difficult,
			network: difficult.network.replaceAll('\r\n', '\n'),
			[honeypot]: '',
		});
	});

	test('keeps answers that are wrong or missing', async ({ functions }) => {
		const { status, page } = await functions.post(paths.check, { name: 'Ib', edit: 'name' });
		expect(status).toBe(200);
		expect(page.formTo(paths.check).name).toBe('Ib');
	});
});

test('everything filled in is text: no element of a page was written by an applicant', async ({
	functions,
	mailbox,
}) => {
	const markup = `"'></textarea></title></style><script>alert(1)</script><img src=x onerror=alert(1)>`;
	const hostile = anApplication({
		name: markup,
		area: markup,
		network: markup,
		motivation: `</dd></dl></main>${markup}`,
		callTime: markup,
	});
	const plain = anApplication();
	for (const extra of [{}, { edit: 'name' }, { email: markup }, { municipality: markup }]) {
		const bad = await functions.post(paths.check, { ...hostile, ...extra });
		const good = await functions.post(paths.check, {
			...plain,
			...extra,
			...('email' in extra && { email: 'x' }),
			...('municipality' in extra && { municipality: 'x' }),
		});
		expect(bad.status).toBe(good.status);
		expect(bad.page.skeleton).toEqual(good.page.skeleton);
		expect(bad.page.html).not.toContain('<script>alert');
	}
	await functions.apply(hostile);
	for (const { html } of await mailbox.emails()) expect(html).not.toMatch(/<script|<img/);
});

test('what is stored, what is logged and the address of the receipt hold nothing that an applicant wrote in clear text', async ({
	functions,
	blobs,
	logged,
}) => {
	const form = await functions.checked(aRecognisableApplication());
	const { headers } = await functions.post(paths.submit, form);
	await functions.post(paths.submit, { ...aRecognisableApplication(), token: 'x' });
	await functions.post(paths.check, { ...aRecognisableApplication(), phone: traces[0] ?? '' });
	const location = decodeURIComponent(headers.get('location') ?? '');
	expect(location).toMatch(/^\/ansoeg\/kvittering\?nr=[3-9A-Y]{4}-[3-9A-Y]{4}\.\d+\.1\.[\w-]+$/);
	const everything = JSON.stringify([await blobs.stored(), logged, location]);
	expect(await blobs.applications()).toHaveLength(1);
	expect(logged).not.toEqual([]);
	for (const trace of traces) expect(everything).not.toContain(trace);
});

describe('what the form saw does not stop an application: it comes with a remark, and gets no receipt', () => {
	const table: [what: string, hidden: string, remark: string][] = [
		['the hidden field is filled in', 'https://spam.example', 'som mennesker ikke kan se'],
		['it is sent faster than it can be read', '', 'Der gik under 2 sekunder'],
	];
	for (const [what, hidden, remark] of table) {
		test(what, async ({ functions, mailbox }) => {
			const form = await functions.checked(anApplication());
			const body = new URLSearchParams({ ...form, [honeypot]: hidden }).toString();
			const { headers } = await functions.call(paths.submit, aPost(body));
			const { page } = await functions.receiptAt(headers);
			expect(page.words).toContain('Du får ikke en kvittering på e-\u2060mail.');
			expect(page.words).not.toContain('Vi sender en kvittering');
			const [letter, ...more] = await mailbox.emails();
			expect(more).toEqual([]);
			expect(letter?.to).toEqual([projectLead.email]);
			expect(letter?.reply_to).toEqual([anApplication().email]);
			expect(letter?.text).toContain(remark);
			expect(letter?.text).toContain('Ansøgeren har ikke fået en kvittering på e-mail.');
			expect(letter?.text).not.toContain('spam.example');
		});
	}
});
