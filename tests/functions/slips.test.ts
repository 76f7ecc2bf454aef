import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { anApplication } from '../support/application.ts';
import { aPost, expect, test } from '../support/functions.ts';

const typed = anApplication({ email: 'ib@gmial.com' });

test('one press takes the address that was meant, and that one is sent', async ({
	functions,
	mailbox,
}) => {
	const { page } = await functions.post(paths.check, typed);
	expect(page.words).toContain('Mente du ib@gmail.com?');
	const { name = '', value = '' } = page.one('button', { name: 'take' }).attributes;
	const taken = await functions.post(paths.check, {
		...page.formTo(paths.submit),
		[name]: value,
	});
	expect(taken.status).toBe(200);
	expect(taken.page.all('button', { name: 'take' })).toEqual([]);
	expect(taken.page.words).not.toContain('gmial');

	const sent = await functions.post(paths.submit, taken.page.formTo(paths.submit));
	expect(sent.status).toBe(303);
	expect((await mailbox.emails()).map(({ to }) => to)).toContainEqual(['ib@gmail.com']);
});

test('whoever takes it at once after reading the answers is not called hurried', async ({
	functions,
	mailbox,
	clock,
}) => {
	const { page } = await functions.post(paths.check, typed);
	clock.forward(60_000);
	const taken = await functions.post(paths.check, { ...page.formTo(paths.submit), take: 'email' });
	const sending = new URLSearchParams(taken.page.formTo(paths.submit)).toString();
	await functions.call(paths.submit, aPost(sending));
	expect(await mailbox.emails()).toHaveLength(2);
});

test('a browser that knows no `formaction` confirms nothing with a correction, and takes it all the same', async ({
	functions,
	blobs,
}) => {
	const { page } = await functions.post(paths.check, typed);
	const posted = page.formTo(paths.submit);
	const taken = await functions.post(paths.submit, { ...posted, take: 'email' });
	expect(taken.status).toBe(200);
	expect(taken.page.formTo(paths.submit).email).toBe('ib@gmail.com');
	const edited = await functions.post(paths.submit, { ...posted, edit: 'email' });
	expect(edited.page.formTo(paths.check).email).toBe(typed.email);
	expect(await blobs.stored()).toEqual({});
});

test('the address is sent as it was typed by whoever takes nothing', async ({
	functions,
	mailbox,
}) => {
	await functions.apply(typed);
	expect((await mailbox.emails()).map(({ to }) => to)).toContainEqual([typed.email]);
});

test('nothing can be taken where nothing was suggested', async ({ functions }) => {
	const answers = anApplication();
	const { status, page } = await functions.post(paths.check, { ...answers, take: 'email' });
	expect(status).toBe(200);
	expect(page.formTo(paths.submit).email).toBe(answers.email);
});

const cpr = 'Nummer 010190-1234.';
test.for([
	[
		{ name: cpr, motivation: cpr },
		'Noget i ”Navn” ligner et CPR-nummer. Er det ét, så slet det',
		'Noget i ”Hvorfor du vil være med” ligner et CPR-nummer. Er det ét, så slet det',
	],
	[{ email: settings.projectLead.email }, 'Du har skrevet projektlederens e-mail. Skriv din egen'],
	[{}],
] as const)(
	'the check page asks about what is likely wrong, and only that: %j',
	async ([changes, ...asked], { functions }) => {
		const { page } = await functions.post(paths.check, anApplication(changes));
		for (const words of asked) expect(page.words).toContain(words);
		expect(page.all('div', { class: 'notice flow' })).toHaveLength(Math.min(1, asked.length));
	},
);
