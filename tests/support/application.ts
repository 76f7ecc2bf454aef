import { inOrder, type QuestionName, questionsOf } from '#application/asking/questions.ts';
import { type Application, check } from '#application/asking/rules.ts';
import type { Sign } from '#application/confirming/token.ts';
import { settings } from '#content/settings.ts';

export type Written = Record<QuestionName, string>;

/** A municipality that an applicant can choose, whatever the settings are. */
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

/** The checked answers of an application. Throws where there is a mistake. */
export function theChecked(changes: Partial<Written> = {}): Application {
	const checked = check(anApplication(changes), questions);
	if (checked.kind === 'invalid') throw new Error(JSON.stringify(checked.mistakes));
	return checked.application;
}

/** A unique word for each answer in the applicant's own words. */
const canaries = {
	name: 'Kanarieanna',
	email: 'kanariemail',
	phone: '51 52 53 54',
	area: 'Kanarieby',
	network: 'Kanarieklubben',
	motivation: 'Kanarielyst',
	callTime: 'Kanarietid',
} as const;

/** An application of which every part can be recognised in a log or an e-mail. */
export function aRecognisableApplication(): Written {
	return anApplication({ ...canaries, email: `${canaries.email}@eksempel.dk` });
}

/** The words by which {@link aRecognisableApplication} is recognised; the phone number also without spaces. */
export const traces = [...Object.values(canaries), '51525354'];

/** A signature that contains the signed text, for a test to read. */
export const readableSign: Sign = (text) => `signed(${text.replaceAll('.', '·')})`;
