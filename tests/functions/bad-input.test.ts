import { describe } from 'vitest';
import { settings } from '#content/settings.ts';
import { inOrder } from '#application/asking/questions.ts';
import { honeypot } from '#application/form/parts.tsx';
import { paths } from '#site/paths.ts';
import { anApplication, questions } from '../support/application.ts';
import {
	type Answered,
	aPost,
	expect,
	expectCarefulHeaders,
	type Functions,
	test,
} from '../support/functions.ts';

const encoded = (changes: Record<string, string> = {}) =>
	new URLSearchParams({ ...anApplication(), ...changes }).toString();

/** A body that does not tell its size beforehand. */
function streamed(text: string): ReadableStream<Uint8Array> {
	return new Blob([text]).stream();
}

const tooLarge = encoded({ motivation: 'x'.repeat(513 * 1024) });

const table: [string, RequestInit | (() => RequestInit), number, string][] = [
	['a page asked for with GET', { method: 'GET' }, 405, 'Siden kan ikke åbnes direkte'],
	['HEAD', { method: 'HEAD' }, 405, 'Siden kan ikke åbnes direkte'],
	['PUT', { ...aPost(encoded()), method: 'PUT' }, 405, 'Siden kan ikke åbnes direkte'],
	['DELETE', { method: 'DELETE' }, 405, 'Siden kan ikke åbnes direkte'],
	['OPTIONS', { method: 'OPTIONS' }, 405, 'Siden kan ikke åbnes direkte'],
	...['cross-site', 'same-site', 'none, cross-site'].map(
		(site): [string, RequestInit, number, string] => [
			`a post that a browser calls ${site}`,
			aPost(encoded(), { 'Sec-Fetch-Site': site }),
			403,
			'Formularen blev sendt fra et andet websted',
		],
	),
	...['https://ond.example', 'http://tryghedsambassadoer.example:81', 'null', 'vrøvl'].map(
		(origin): [string, RequestInit, number, string] => [
			`a post from ${origin}, by an old browser`,
			aPost(encoded(), { 'Sec-Fetch-Site': undefined, Origin: encodeURI(origin) }),
			403,
			'Formularen blev sendt fra et andet websted',
		],
	),
	...[
		'application/json',
		'text/plain',
		'multipart/form-data; boundary=x',
		'application/x-www-form-urlencoded-not',
		'application/x-www-form-urlencoded; charset=iso-8859-1',
		'application/x-www-form-urlencoded; charset=utf-16',
	].map((type): [string, RequestInit, number, string] => [
		`a post of the type ${type}`,
		aPost(encoded(), { 'Content-Type': type }),
		415,
		'Vi kan ikke læse formularen',
	]),
	[
		'a post without a type',
		aPost(new TextEncoder().encode(encoded()), { 'Content-Type': undefined }),
		415,
		'Vi kan ikke læse formularen',
	],
	[
		'JSON, which is not offered',
		aPost(JSON.stringify(anApplication()), { 'Content-Type': 'application/json' }),
		415,
		'Vi kan ikke læse formularen',
	],
	[
		'a packed body',
		aPost(encoded(), { 'Content-Encoding': 'gzip' }),
		415,
		'Vi kan ikke læse formularen',
	],
	['a body over the limit', aPost(tooLarge), 413, 'Dine svar fylder for meget'],
	[
		'a body that says it is over the limit',
		aPost(encoded(), { 'Content-Length': '600000' }),
		413,
		'Dine svar fylder for meget',
	],
	[
		'a body over the limit that did not say so',
		// A stream can be read once, and each row is posted twice.
		() => aPost(streamed(tooLarge)),
		413,
		'Dine svar fylder for meget',
	],
	[
		'letters in another encoding',
		aPost(new Uint8Array([...Buffer.from('name=S'), 0xf8, ...Buffer.from('ren')])),
		400,
		'Vi kan ikke læse dine svar',
	],
	[
		'letters in another encoding behind percent signs',
		aPost('name=S%F8ren'),
		400,
		'Vi kan ikke læse dine svar',
	],
	['half a letter', aPost('name=%C3'), 400, 'Vi kan ikke læse dine svar'],
	['a lone half of a pair', aPost('name=%ED%A0%80'), 400, 'Vi kan ikke læse dine svar'],
	['a broken percent sign', aPost('name=100%'), 400, 'Vi kan ikke læse dine svar'],
	[
		'a field that the form does not have',
		aPost(`${encoded()}&admin=1`),
		400,
		'Vi kan ikke læse formularen',
	],
	[
		'a field with the name of something in JavaScript',
		aPost(`${encoded()}&__proto__=1`),
		400,
		'Vi kan ikke læse formularen',
	],
	['a field without a name', aPost(`${encoded()}&=1`), 400, 'Vi kan ikke læse formularen'],
	['a repeated field', aPost(`${encoded()}&name=Anden`), 400, 'Vi kan ikke læse formularen'],
	[
		'a field repeated with nothing in it',
		aPost(`${honeypot}=&${honeypot}=`),
		400,
		'Vi kan ikke læse formularen',
	],
];

for (const address of [paths.check, paths.submit] as const) {
	describe(`${address} refuses, and says what to do`, () => {
		for (const [what, request, status, title] of table) {
			test(what, async ({ functions, blobs, mailbox }) => {
				const answered = await functions.call(
					address,
					typeof request === 'function' ? request() : request,
				);
				expect(answered.status).toBe(status);
				expect(answered.page.title).toBe(`${title} – ${settings.name}`);
				expect(answered.page.one('h1').text).toBe(title);
				expect(answered.page.words).toContain('Din ansøgning er ikke sendt');
				expect(answered.page.all('a', { href: paths.form }).length).toBeGreaterThan(0);
				expectHelp(answered);
				expectCarefulHeaders(answered);
				expect(answered.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
				expect(await blobs.stored()).toEqual({});
				expect(await mailbox.emails()).toEqual([]);
			});
		}
	});
}

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
	const passing: [string, RequestInit][] = [
		[
			'without the headers that old browsers do not send',
			{ 'Sec-Fetch-Site': undefined, Origin: undefined },
		],
		['from the site itself, by an old browser', { 'Sec-Fetch-Site': undefined }],
		[
			'that a browser calls the person’s own doing',
			{ 'Sec-Fetch-Site': 'none', Origin: undefined },
		],
		[
			'with its charset named',
			{ 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' },
		],
		[
			'with its charset in quotes',
			{ 'Content-Type': 'Application/X-WWW-Form-Urlencoded;charset="utf-8"' },
		],
		['that is not packed', { 'Content-Encoding': 'identity' }],
	].map(([how, headers]) => [how as string, aPost(encoded(), headers as Record<string, string>)]);
	for (const [how, request] of passing) {
		test(how, async ({ functions }) => {
			expect((await functions.call(paths.check, request)).status).toBe(200);
		});
	}
	test('with the longest answers in the longest letters, all of them escaped', async ({
		functions,
	}) => {
		const longest = anApplication({
			name: '🙂'.repeat(100),
			area: '🙂'.repeat(100),
			network: '🙂'.repeat(1500),
			motivation: '🙂'.repeat(1500),
			callTime: '🙂'.repeat(200),
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

describe('a token that does not fit asks for one more look', () => {
	const cases: Record<string, (functions: Functions) => Promise<Record<string, string>>> = {
		missing: async (functions) => ({ ...(await functions.checked(anApplication())), token: '' }),
		forged: async (functions) => {
			const form = await functions.checked(anApplication());
			return { ...form, token: `${form.token ?? ''}x` };
		},
		'of other answers': async (functions) => {
			const { token = '' } = await functions.checked(anApplication({ area: 'Søndervig' }));
			return { ...anApplication(), [honeypot]: '', token };
		},
		'of another site': async (functions) => {
			const { token = '' } = await functions.checked(anApplication());
			const [id, time] = token.split('.');
			return { ...anApplication(), [honeypot]: '', token: `${id}.${time}.${'A'.repeat(43)}` };
		},
	};
	for (const [what, formOf] of Object.entries(cases)) {
		test(what, async ({ functions, blobs, mailbox }) => {
			const answered = await functions.post(paths.submit, await formOf(functions));
			expect(answered.status).toBe(403);
			expect(answered.page.words).toContain(
				'Din ansøgning er ikke sendt endnu. Se dine svar igennem, og tryk på Send ansøgning.',
			);
			expectCarefulHeaders(answered);
			expect(await blobs.stored()).toEqual({});
			expect(await mailbox.emails()).toEqual([]);

			const again = await functions.post(paths.submit, answered.page.formTo(paths.submit));
			expect(again.status).toBe(303);
		});
	}

	test('stale: the next press sends it', async ({ functions, blobs, mailbox, clock }) => {
		const form = await functions.checked(anApplication());
		clock.forward(24 * 60 * 60 * 1000 + 1);
		const answered = await functions.post(paths.submit, form);
		expect(answered.status).toBe(409);
		expect(answered.page.words).toContain('Der er gået mere end et døgn');
		expectCarefulHeaders(answered);
		expect(await blobs.stored()).toEqual({});
		expect(await mailbox.emails()).toEqual([]);

		const again = await functions.post(paths.submit, answered.page.formTo(paths.submit));
		expect(again.status).toBe(303);
	});

	test('a day is not too long', async ({ functions, clock }) => {
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

function expectHelp({ page }: Answered): void {
	expect(page.one('main').all('a', { href: `tel:${settings.projectLead.phone}` })).toHaveLength(1);
	expect(page.one('main').all('a', { href: `mailto:${settings.projectLead.email}` })).toHaveLength(
		1,
	);
}
