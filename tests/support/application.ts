import { inOrder, type QuestionName, questionsOf } from '#application/asking/questions.ts';
import { type Application, check } from '#application/asking/rules.ts';
import type { Sign } from '#application/confirming/token.ts';
import { settings } from '#content/settings.ts';

export type Written = Record<QuestionName, string>;

/** One that an applicant can choose, whatever the settings say. */
export const aMunicipality = settings.municipalities.at(-1) ?? '';

/** A complete application as a browser posts it. */
export function anApplication(changes: Partial<Written> = {}): Written {
	return {
		name: 'Søren Å. Müller-Østergård',
		email: 'soeren@eksempel.dk',
		phone: '20 30 40 50',
		municipality: aMunicipality,
		area: 'Hvide Sande',
		network: 'Jeg er kasserer i bådelauget.\r\nVi er 80 medlemmer & mødes hver uge.',
		motivation: 'Jeg vil gerne have, at de unge "tør" spørge.',
		callTime: 'Hverdage efter klokken 16',
		confirmation: 'ja',
		...changes,
	};
}

/** The questions with the real municipalities. */
export const questions = questionsOf(settings.municipalities);

/** The questions that must be answered, in order. */
export const required = inOrder(questions).filter(({ optional }) => !optional);

/** What is kept of an application that holds no mistake. */
export function theChecked(changes: Partial<Written> = {}): Application {
	const checked = check(anApplication(changes), questions);
	if (checked.kind === 'invalid') throw new Error(JSON.stringify(checked.mistakes));
	return checked.application;
}

/** Words that are found nowhere else, one in each answer that is an applicant's own. */
export const canaries = {
	name: 'Kanarieanna',
	email: 'kanariemail',
	phone: '51 52 53 54',
	area: 'Kanarieby',
	network: 'Kanarieklubben',
	motivation: 'Kanarielyst',
	callTime: 'Kanarietid',
} as const;

/** An application that can be recognised wherever a part of it turns up. */
export function aRecognisableApplication(): Written {
	return anApplication({ ...canaries, email: `${canaries.email}@eksempel.dk` });
}

/** Everything of {@link aRecognisableApplication} that may turn up, in each form it is written in. */
export const traces = [...Object.values(canaries), '51525354'];

/** Signs so that a test can read what was signed. */
export const readableSign: Sign = (text) => `signed(${text.replaceAll('.', '·')})`;
