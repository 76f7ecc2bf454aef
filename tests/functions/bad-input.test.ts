import { describe } from 'vitest';
import { settings } from '#content/settings.ts';
import { inOrder } from '#application/asking/questions.ts';
import { honeypot } from '#application/form/parts.tsx';
import { paths } from '#site/paths.ts';
import { anApplication, questions } from '../support/application.ts';
import { aPost, expect, expectCarefulHeaders, test } from '../support/functions.ts';

const encoded = (changes: Record<string, string> = {}) =>
	new URLSearchParams({ ...anApplication(), ...changes }).toString();

const asForm = 'application/x-www-form-urlencoded';
const inLatin1 = new Uint8Array([...Buffer.from('name=S'), 0xf8, ...Buffer.from('ren')]);
const tooLarge = encoded({ motivation: 'x'.repeat(513 * 1024) });

const posted = encoded();
const fromElsewhere = 'Formularen blev sendt fra et andet websted';
const noForm = 'Vi kan ikke læse formularen';
const noAnswers = 'Vi kan ikke læse dine svar';
/** The status and the title of the page. */
const refused: [status: number, title: string, what: string, request: RequestInit][] = [
	...['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'].map((method): (typeof refused)[number] => {
		return [405, 'Siden kan ikke åbnes direkte', method, { method }];
	}),
	...['cross-site', 'same-site', 'none, cross-site'].map((site): (typeof refused)[number] => {
		return [403, fromElsewhere, `called ${site}`, aPost(posted, { 'Sec-Fetch-Site': site })];
	}),
	...['https://ond.example', 'http://tryghedsambassadoer.example:81', 'null', 'vr%C3%B8vl'].map(
		(origin): (typeof refused)[number] => {
			const byOldBrowser = { 'Sec-Fetch-Site': undefined, Origin: origin };
			return [403, fromElsewhere, `from ${origin}`, aPost(posted, byOldBrowser)];
		},
	),
	...[
		'application/json',
		'text/plain',
		'multipart/form-data; boundary=x',
		`${asForm}-not`,
		`${asForm}; charset=iso-8859-1`,
		`${asForm}; charset=utf-16`,
		undefined,
	].map((type): (typeof refused)[number] => {
		const body = new TextEncoder().encode(posted);
		return [415, noForm, `the type ${type}`, aPost(body, { 'Content-Type': type })];
	}),
	[415, noForm, 'packed', aPost(posted, { 'Content-Encoding': 'gzip' })],
	...[
		aPost(tooLarge),
		aPost(posted, { 'Content-Length': '600000' }),
		// A body that does not tell its size beforehand.
		aPost(new Blob([tooLarge]).stream()),
	].map((request, at): (typeof refused)[number] => {
		return [413, 'Dine svar fylder for meget', `too large, ${at}`, request];
	}),
	// Another encoding, also behind percent signs; half a letter; a lone half of a pair; a broken percent sign.
	...[inLatin1, 'name=S%F8ren', 'name=%C3', 'name=%ED%A0%80', 'name=100%'].map(
		(body): (typeof refused)[number] => [400, noAnswers, String(body), aPost(body)],
	),
	// Names that the form does not have; repeated fields.
	...['admin=1', '__proto__=1', '=1', 'name=Anden', `${honeypot}=&${honeypot}=`].map(
		(more): (typeof refused)[number] => [400, noForm, more, aPost(`${posted}&${more}`)],
	),
];

test.for(refused)(
	'a post that the form cannot have sent is refused, with what to do and whom to ask: %i, %s: %s',
	async ([status, title, , request], { functions, blobs, mailbox }) => {
		const answered = await functions.call(paths.submit, request);
		const { page } = answered;
		expect(answered.status).toBe(status);
		expect(page.title).toBe(`${title} – ${settings.name}`);
		expect(page.one('h1').text).toBe(title);
		// Whoever opens the address again may have sent an application before.
		const first = status === 405 ? 'Har du ikke set en kvittering' : 'Din ansøgning er ikke sendt';
		expect(page.words).toContain(first);
		expect(page.all('a', { href: paths.form }).length).toBeGreaterThan(0);
		const { phone, email } = settings.projectLead;
		for (const href of [`tel:${phone}`, `mailto:${email}`]) {
			expect(page.one('main').all('a', { href })).toHaveLength(1);
		}
		expectCarefulHeaders(answered);
		expect(answered.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
		expect(await blobs.stored()).toEqual({});
		expect(await mailbox.emails()).toEqual([]);
	},
);

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
	test('with a character that the page of the answers cannot show', async ({ functions }) => {
		const form = await functions.checked(anApplication({ area: 'Hvide\0 Sande' }));
		expect(form.area).toBe('Hvide Sande');
		expect((await functions.post(paths.submit, form)).status).toBe(303);
	});
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

test.for([
	['no token', 403],
	['a token that is older than a day', 409],
] as const)(
	'%s asks for one more look, and the next press sends',
	async ([, status], { functions, blobs, mailbox, clock }) => {
		const form = await functions.checked(anApplication());
		const isStale = status === 409;
		if (isStale) clock.forward(24 * 60 * 60 * 1000 + 1);
		else form.token = '';
		const answered = await functions.post(paths.submit, form);
		expect(answered.status).toBe(status);
		expect(answered.page.words).toContain(
			'Har du ikke set en kvittering, så se dine svar igennem, og tryk på ”Send ansøgning”.',
		);
		expect(answered.page.words.includes('mere end et døgn')).toBe(isStale);
		expectCarefulHeaders(answered);
		expect(await blobs.stored()).toEqual({});
		expect(await mailbox.emails()).toEqual([]);

		const again = await functions.post(paths.submit, answered.page.formTo(paths.submit));
		expect(again.status).toBe(303);
	},
);

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
