import { describe } from 'vitest';
import { settings } from '#content/settings.ts';
import { inOrder } from '#application/asking/questions.ts';
import { honeypot } from '#application/form/parts.tsx';
import { paths } from '#site/paths.ts';
import { anApplication, questions } from '../support/application.ts';
import { aPost, expect, expectCarefulHeaders, type Functions, test } from '../support/functions.ts';

const encoded = (changes: Record<string, string> = {}) =>
	new URLSearchParams({ ...anApplication(), ...changes }).toString();

/** A body that does not tell its size beforehand. */
function streamed(text: string): ReadableStream<Uint8Array> {
	return new Blob([text]).stream();
}

const tooLarge = encoded({ motivation: 'x'.repeat(513 * 1024) });

const asForm = 'application/x-www-form-urlencoded';
const inLatin1 = new Uint8Array([...Buffer.from('name=S'), 0xf8, ...Buffer.from('ren')]);

/** By the status and the title of the page. A stream can be read once, so a request is made for each test. */
const refused: [number, string, Record<string, () => RequestInit>][] = [
	[
		405,
		'Siden kan ikke åbnes direkte',
		Object.fromEntries(
			['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'].map((method) => [method, () => ({ method })]),
		),
	],
	[
		403,
		'Formularen blev sendt fra et andet websted',
		Object.fromEntries([
			...['cross-site', 'same-site', 'none, cross-site'].map((site) => [
				`a post that a browser calls ${site}`,
				() => aPost(encoded(), { 'Sec-Fetch-Site': site }),
			]),
			...['https://ond.example', 'http://tryghedsambassadoer.example:81', 'null', 'vrøvl'].map(
				(origin) => [
					`a post from ${origin}, by an old browser`,
					() => aPost(encoded(), { 'Sec-Fetch-Site': undefined, Origin: encodeURI(origin) }),
				],
			),
		]) as Record<string, () => RequestInit>,
	],
	[
		415,
		'Vi kan ikke læse formularen',
		{
			...(Object.fromEntries(
				[
					'application/json',
					'text/plain',
					'multipart/form-data; boundary=x',
					`${asForm}-not`,
					`${asForm}; charset=iso-8859-1`,
					`${asForm}; charset=utf-16`,
				].map((type) => [
					`a post of the type ${type}`,
					() => aPost(encoded(), { 'Content-Type': type }),
				]),
			) as Record<string, () => RequestInit>),
			'a post without a type': () =>
				aPost(new TextEncoder().encode(encoded()), { 'Content-Type': undefined }),
			'a packed body': () => aPost(encoded(), { 'Content-Encoding': 'gzip' }),
		},
	],
	[
		413,
		'Dine svar fylder for meget',
		{
			'a body over the limit': () => aPost(tooLarge),
			'a body that says it is over the limit': () =>
				aPost(encoded(), { 'Content-Length': '600000' }),
			'a body over the limit that did not say so': () => aPost(streamed(tooLarge)),
		},
	],
	[
		400,
		'Vi kan ikke læse dine svar',
		{
			'letters in another encoding': () => aPost(inLatin1),
			'letters in another encoding behind percent signs': () => aPost('name=S%F8ren'),
			'half a letter': () => aPost('name=%C3'),
			'a lone half of a pair': () => aPost('name=%ED%A0%80'),
			'a broken percent sign': () => aPost('name=100%'),
		},
	],
	[
		400,
		'Vi kan ikke læse formularen',
		{
			'a field that the form does not have': () => aPost(`${encoded()}&admin=1`),
			'a field with a name of JavaScript': () => aPost(`${encoded()}&__proto__=1`),
			'a field without a name': () => aPost(`${encoded()}&=1`),
			'a repeated field': () => aPost(`${encoded()}&name=Anden`),
			'a field repeated with nothing in it': () => aPost(`${honeypot}=&${honeypot}=`),
		},
	],
];

describe('a post that the form cannot have sent is refused, with what to do and whom to ask', () => {
	for (const [status, title, requests] of refused) {
		for (const [what, request] of Object.entries(requests)) {
			test(`${status}: ${what}`, async ({ functions, blobs, mailbox }) => {
				const answered = await functions.call(paths.submit, request());
				const { page } = answered;
				expect(answered.status).toBe(status);
				expect(page.title).toBe(`${title} – ${settings.name}`);
				expect(page.one('h1').text).toBe(title);
				expect(page.words).toContain('Din ansøgning er ikke sendt');
				expect(page.all('a', { href: paths.form }).length).toBeGreaterThan(0);
				const { phone, email } = settings.projectLead;
				for (const href of [`tel:${phone}`, `mailto:${email}`]) {
					expect(page.one('main').all('a', { href })).toHaveLength(1);
				}
				expectCarefulHeaders(answered);
				expect(answered.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
				expect(await blobs.stored()).toEqual({});
				expect(await mailbox.emails()).toEqual([]);
			});
		}
	}
});

describe('what is refused leads back to the answers', () => {
	const refused: Record<string, RequestInit> = {
		'a post from elsewhere': aPost(encoded(), { 'Sec-Fetch-Site': 'cross-site' }),
		'an unknown field': aPost(`admin=1&${encoded()}`),
		'a repeated field': aPost(`${encoded()}&area=Et+andet+sted`),
		'a broken percent sign': aPost(`${encoded()}&token=100%`),
	};
	for (const [what, request] of Object.entries(refused)) {
		test(what, async ({ functions }) => {
			const { page } = await functions.call(paths.submit, request);
			expect(page.one('form').one('button', { name: 'edit' }).text).toBe(
				'Tilbage til spørgsmålene',
			);
			const back = { ...page.formTo(paths.check), edit: '' };
			const { page: form } = await functions.post(paths.check, back);
			expect(form.formTo(paths.check)).toEqual(asShown(anApplication()));
		});
	}

	test('letters in another encoding stand as what nobody writes', async ({ functions }) => {
		const { page } = await functions.call(paths.check, aPost('name=S%F8ren&area=Lem'));
		expect(page.words).toContain('�');
		expect(page.formTo(paths.check)).toMatchObject({ name: 'S�ren', area: 'Lem' });
	});
});

describe('a post passes', () => {
	const passing: Record<string, Record<string, string | undefined>> = {
		'without the headers that old browsers do not send': {
			'Sec-Fetch-Site': undefined,
			Origin: undefined,
		},
		'from the site itself, by an old browser': { 'Sec-Fetch-Site': undefined },
		'that a browser calls the person’s own doing': {
			'Sec-Fetch-Site': 'none',
			Origin: undefined,
		},
		'with its charset named': { 'Content-Type': `${asForm}; charset=UTF-8` },
		'with its charset in quotes': {
			'Content-Type': 'Application/X-WWW-Form-Urlencoded;charset="utf-8"',
		},
		'that is not packed': { 'Content-Encoding': 'identity' },
	};
	for (const [how, headers] of Object.entries(passing)) {
		test(how, async ({ functions }) => {
			expect((await functions.call(paths.check, aPost(encoded(), headers))).status).toBe(200);
		});
	}
	test('with the longest answers in the longest letters, all of them escaped', async ({
		functions,
	}) => {
		const faces = (length: number) => '🙂'.repeat(length);
		const longest = anApplication({
			...{ name: faces(100), area: faces(100), callTime: faces(200) },
			...{ network: faces(1500), motivation: faces(1500) },
		});
		expect((await functions.post(paths.check, longest)).status).toBe(200);
	});
});

describe('mistakes come back with the answers kept', () => {
	const wrong = {
		'over-long answers': anApplication({ network: 'x'.repeat(1501), name: 'y'.repeat(101) }),
		'half a book': anApplication({ motivation: 'ord '.repeat(50_000) }),
		'empty answers': anApplication({ name: '', area: ' ', confirmation: '' }),
		'a lost character': anApplication({ area: 'Hvide\ufffd Sande' }),
		'an option that is none': anApplication({ municipality: 'Andeby' }),
		'nothing at all': {},
	};
	for (const address of [paths.check, paths.submit] as const) {
		for (const [what, fields] of Object.entries(wrong)) {
			test(`${what}, at ${address}`, async ({ functions, blobs, mailbox }) => {
				const answered = await functions.post(address, { ...fields, token: 'x' });
				expect(answered.status).toBe(422);
				expect(answered.page.title).toMatch(/^Fejl: \S/);
				expect(answered.page.formTo(paths.check)).toEqual(asShown(fields));
				expectCarefulHeaders(answered);
				expect(await blobs.stored()).toEqual({});
				expect(await mailbox.emails()).toEqual([]);
			});
		}
	}
});

describe('a token that does not fit asks for one more look, and the next press sends', () => {
	const unconfirmed =
		'Din ansøgning er ikke sendt endnu. Se dine svar igennem, og tryk på Send ansøgning.';
	const cases: Record<string, (token: string, functions: Functions) => string | Promise<string>> = {
		missing: () => '',
		forged: (token) => `${token}x`,
		'of other answers': async (_, functions) =>
			(await functions.checked(anApplication({ area: 'Søndervig' }))).token ?? '',
		'of another site': (token) => token.replace(/[^.]+$/, 'A'.repeat(43)),
		'older than a day': (token) => token,
	};
	for (const [what, change] of Object.entries(cases)) {
		test(what, async ({ functions, blobs, mailbox, clock }) => {
			const form = await functions.checked(anApplication());
			const token = await change(form.token ?? '', functions);
			const isStale = token === form.token;
			if (isStale) clock.forward(24 * 60 * 60 * 1000 + 1);
			const answered = await functions.post(paths.submit, { ...form, token });
			expect(answered.status).toBe(isStale ? 409 : 403);
			expect(answered.page.words).toContain(unconfirmed);
			expect(answered.page.words.includes('mere end et døgn')).toBe(isStale);
			expectCarefulHeaders(answered);
			expect(await blobs.stored()).toEqual({});
			expect(await mailbox.emails()).toEqual([]);

			const again = await functions.post(paths.submit, answered.page.formTo(paths.submit));
			expect(again.status).toBe(303);
		});
	}

	test('and a day is not too long', async ({ functions, clock }) => {
		const form = await functions.checked(anApplication());
		clock.forward(24 * 60 * 60 * 1000 - 60_000);
		expect((await functions.post(paths.submit, form)).status).toBe(303);
	});
});

/** What the form shows of answers that were posted. */
function asShown(fields: Record<string, string>): Record<string, string> {
	const { municipality, confirmation, ...texts } = fields;
	const shown: Record<string, string> = { [honeypot]: '' };
	for (const { name, kind } of inOrder(questions)) {
		if (kind === 'text' || kind === 'long-text') shown[name] = '';
	}
	for (const [name, text] of Object.entries(texts)) shown[name] = text.replaceAll('\r\n', '\n');
	if (municipality && questions.municipality.options.includes(municipality)) {
		shown.municipality = municipality;
	}
	if (confirmation) shown.confirmation = confirmation;
	return shown;
}
