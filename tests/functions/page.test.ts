import { describe } from 'vitest';
import { inOrder, type QuestionName, questionNames } from '#application/asking/questions.ts';
import { honeypot } from '#application/form/parts.tsx';
import { paths } from '#site/paths.ts';
import { aMunicipality, anApplication, questions, required } from '../support/application.ts';
import { expect, test } from '../support/functions.ts';
import type { HtmlElement, HtmlPage } from '../support/html-page.ts';

function describedBy(page: HtmlPage, name: QuestionName): string[] {
	const question = questionOf(page, name);
	const [described] = [...question.all('fieldset'), ...question.all('*', { name })];
	const { attributes = {} } = described ?? {};
	return (attributes['aria-describedby'] ?? '').split(' ').filter(Boolean);
}

/** What stands around each question, in order. */
function questionsOn(page: HtmlPage): HtmlElement[] {
	return page.all('div').filter(({ attributes }) => /^question\b/.test(attributes.class ?? ''));
}

function questionOf(page: HtmlPage, name: QuestionName): HtmlElement {
	const found = questionsOn(page).find((each) => each.all('*', { name }).length > 0);
	if (!found) throw new Error(`no question asks for ${name}`);
	return found;
}

function controlsOf(page: HtmlPage, name: QuestionName): HtmlElement[] {
	return page.one('form', { action: paths.check }).all('*', { name });
}

describe('the form with every mistake', () => {
	test('says in its title that something is wrong', async ({ functions }) => {
		const right = await functions.post(paths.check, { ...anApplication(), edit: 'name' });
		const { page } = await functions.post(paths.check, {});
		expect(page.title).toBe(`Fejl: ${right.page.title}`);
	});

	test('has a summary above the heading, whose links lead to the first control of each question', async ({
		functions,
	}) => {
		const { page } = await functions.post(paths.check, {});
		const summary = page.one('div', { class: 'error-summary' });
		expect(summary.one('h2').text).toBe('Der er problemer');
		const tags = page.one('main').all('*');
		expect(tags.findIndex((each) => each.attributes.class === 'error-summary')).toBeLessThan(
			tags.findIndex(({ tag }) => tag === 'h1'),
		);
		expect(summary.all('li')).toHaveLength(required.length);
		const links = summary.all('a');
		expect(links.map(({ attributes }) => attributes.href)).toEqual(
			required.map(({ name }) => `#${name}`),
		);
		for (const { name } of required) {
			const target = page.one('*', { id: name });
			expect(target.attributes).toEqual(controlsOf(page, name)[0]?.attributes);
		}
	});

	test('has the words of the summary at each question, hidden prefix first', async ({
		functions,
	}) => {
		const { page } = await functions.post(paths.check, {});
		const links = page.one('div', { class: 'error-summary' }).all('a');
		for (const [at, { name }] of required.entries()) {
			const error = page.one('p', { id: `${name}-error` });
			expect(error.visibleText.replace(/\s+/g, ' ')).toBe(`Fejl: ${links[at]?.text ?? ''}`);
			expect(questionOf(page, name).attributes.class).toBe('question wrong');
		}
	});

	test('has the message between the hint and the control', async ({ functions }) => {
		const { page } = await functions.post(paths.check, {});
		for (const { name } of required) {
			const parts = questionOf(page, name).all('*');
			const at = (matches: (attributes: Record<string, string>) => boolean) =>
				parts.findIndex(({ attributes }) => matches(attributes));
			const error = at(({ id }) => id === `${name}-error`);
			expect(at(({ id }) => id === `${name}-hint`)).toBeLessThan(error);
			expect(error).toBeLessThan(at((attributes) => attributes.name === name));
		}
	});

	test('describes each question by its hint first and its error second', async ({ functions }) => {
		const { page } = await functions.post(paths.check, {});
		for (const { name } of required) {
			const ids = describedBy(page, name);
			const hint = page.all('*', { id: `${name}-hint` });
			expect(ids).toEqual([...(hint.length > 0 ? [`${name}-hint`] : []), `${name}-error`]);
			for (const id of ids) expect(page.all('*', { id })).toHaveLength(1);
		}
	});

	test('calls the fields invalid, and no single choice of several', async ({ functions }) => {
		const { page } = await functions.post(paths.check, {});
		for (const question of required) {
			const expected = question.kind === 'choice' ? undefined : 'true';
			for (const { attributes } of controlsOf(page, question.name)) {
				expect(attributes['aria-invalid']).toBe(expected);
			}
		}
	});

	test('has every id once', async ({ functions }) => {
		const { page } = await functions.post(paths.check, {});
		const ids = page.all('*', { id: true }).map(({ attributes }) => attributes.id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

test('one mistake marks its own question and no other', async ({ functions }) => {
	const { page } = await functions.post(paths.check, anApplication({ phone: '12' }));
	expect(page.one('div', { class: 'error-summary' }).all('li')).toHaveLength(1);
	expect(page.all('*', { 'aria-invalid': true }).map(({ attributes }) => attributes.name)).toEqual([
		'phone',
	]);
	expect(page.all('div', { class: 'question wrong' })).toHaveLength(1);
	for (const name of questionNames.filter((each) => each !== 'phone')) {
		expect(page.all('*', { id: `${name}-error` })).toEqual([]);
		expect(describedBy(page, name)).not.toContain(`${name}-error`);
	}
});

test('the form without mistakes shows no trace of any', async ({ functions }) => {
	const { page } = await functions.post(paths.check, { ...anApplication(), edit: 'name' });
	expect(page.title).not.toContain('Fejl');
	expect(page.all('*', { role: 'alert' })).toEqual([]);
	expect(page.all('*', { 'aria-invalid': true })).toEqual([]);
	expect(page.all('div', { class: 'question wrong' })).toEqual([]);
	expect(page.words).not.toContain('Fejl:');
});

test('the form asks every question in its order, and says which may be left out', async ({
	functions,
}) => {
	const { page } = await functions.post(paths.check, {});
	const asked = questionsOn(page);
	expect(asked.map((each) => each.all('*', { name: true })[0]?.attributes.name)).toEqual(
		questionNames,
	);
	for (const [at, { label, optional }] of inOrder(questions).entries()) {
		const words = asked[at]?.all('*').map(({ text }) => text);
		expect(words).toContain(optional ? `${label} (frivilligt)` : label);
	}
});

test('what was chosen is chosen again, and nothing else', async ({ functions }) => {
	const { page } = await functions.post(paths.check, anApplication({ name: '' }));
	const chosen = page.all('input', { checked: true }).map(({ attributes }) => attributes.value);
	expect(chosen).toEqual([aMunicipality, 'ja']);
});

test('an answer that begins with an empty line keeps it', async ({ functions }) => {
	const network = '\n\nEfter to tomme linjer';
	const { page } = await functions.post(paths.check, {
		...anApplication({ network }),
		edit: 'name',
	});
	expect(page.formTo(paths.check).network).toBe(network);
});

test('the check page carries every answer, and its first button sends it', async ({
	functions,
}) => {
	const { page } = await functions.post(paths.check, anApplication());
	const form = page.one('form', { action: paths.submit });
	expect(Object.keys(page.formTo(paths.submit))).toEqual([...questionNames, honeypot, 'token']);
	expect(form.all('input').every(({ attributes }) => attributes.type === 'hidden')).toBe(true);
	const senders = form.all('button').filter(({ attributes }) => attributes.name !== 'edit');
	expect(senders.map(({ text }) => text)).toEqual(['Send ansøgning']);
});
