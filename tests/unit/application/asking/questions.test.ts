import { expect, test } from 'vitest';
import {
	inOrder,
	noMunicipality,
	questionNames,
	questionsOf,
} from '#application/asking/questions.ts';

const questions = questionsOf(['Lemvig', 'Morsø']);

test('every question stands once, in order, under its own name', () => {
	expect(inOrder(questions).map(({ name }) => name)).toEqual(questionNames);
	for (const name of questionNames) expect(questions[name].name).toBe(name);
	expect(new Set(questionNames).size).toBe(questionNames.length);
});

test('the municipalities can be chosen, and that it is none of them or not known', () => {
	expect(questions.municipality.options).toEqual(['Lemvig', 'Morsø', ...noMunicipality]);
});

test('who one is and why one asks must be answered; the time to call need not', () => {
	const { callTime, ...others } = questions;
	expect(callTime.optional).toBe(true);
	for (const name of ['name', 'email', 'phone', 'municipality', 'motivation'] as const) {
		expect(others[name].optional, name).toBeUndefined();
	}
});

test('labels and headings tell the questions apart', () => {
	for (const part of ['label', 'heading'] as const) {
		expect(new Set(inOrder(questions).map((question) => question[part])).size).toBe(
			questionNames.length,
		);
	}
});

test('a browser can fill in name, e-mail and phone', () => {
	expect(questions.name.autocomplete).toBe('name');
	expect(questions.email.autocomplete).toBe('email');
	expect(questions.phone.autocomplete).toBe('tel');
});

test('nothing is asked that may not be', () => {
	const asked = JSON.stringify(questions).toLowerCase();
	for (const word of ['cpr', 'helbred', 'religion', 'politisk', 'straf'])
		expect(asked).not.toContain(word);
});
