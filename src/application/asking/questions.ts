import { readable } from './phone-number.ts';

/**
 * What an applicant is asked, in order. The form, the schema, the check page and both letters are
 * made from this list, so a new question is added here and nowhere else.
 */
export const questionNames = [
	'name',
	'email',
	'phone',
	'municipality',
	'area',
	'network',
	'motivation',
	'callTime',
	'confirmation',
] as const;

export type QuestionName = (typeof questionNames)[number];

interface Asked {
	name: QuestionName;
	/** The label of the control, or the legend of the group. */
	label: string;
	/** Short name of the answer, for the check page and letters. */
	heading: string;
	hint?: string;
	optional?: true;
}

export interface TextQuestion extends Asked {
	kind: 'text';
	type: 'text' | 'email' | 'tel';
	/** None where a browser knows no answer. It never is `off`: Back would bring the field back empty. */
	autocomplete?: 'name' | 'email' | 'tel';
	/** Longest answer, in characters; of an address or a number with what is pasted along with it. */
	limit: number;
	/** Shows how long an answer is expected to be. */
	width: 'short' | 'medium' | 'long';
}

export interface LongTextQuestion extends Asked {
	kind: 'long-text';
	/** Longest answer, in characters. */
	limit: number;
	rows: number;
}

export interface ChoiceQuestion extends Asked {
	kind: 'choice';
	options: readonly string[];
}

export interface ConfirmationQuestion extends Asked {
	kind: 'confirmation';
	/** What the applicant confirms by ticking the box. */
	statement: string;
}

export type Question = TextQuestion | LongTextQuestion | ChoiceQuestion | ConfirmationQuestion;

/** The value that a ticked confirmation is posted with. */
export const confirmed = 'ja';

/** What can be chosen instead of a municipality of the district. */
export const noMunicipality = ['Uden for politikredsen', 'Jeg ved det ikke'] as const;

/** The kind of each question. */
export interface Questions extends Record<QuestionName, Question> {
	name: TextQuestion;
	email: TextQuestion;
	phone: TextQuestion;
	municipality: ChoiceQuestion;
	area: TextQuestion;
	network: LongTextQuestion;
	motivation: LongTextQuestion;
	callTime: TextQuestion;
	confirmation: ConfirmationQuestion;
}

/** The questions by name, in order, with the municipalities of the police district to choose from. */
export function questionsOf(municipalities: readonly string[]): Questions {
	return {
		name: {
			kind: 'text',
			name: 'name',
			label: 'Navn',
			heading: 'Navn',
			type: 'text',
			autocomplete: 'name',
			limit: 100,
			width: 'medium',
		},
		email: {
			kind: 'text',
			name: 'email',
			label: 'E-mail',
			heading: 'E-mail',
			hint: 'Til svar og kvittering. Har du ingen e-mail, så ring til projektlederen.',
			type: 'email',
			autocomplete: 'email',
			limit: 400,
			width: 'medium',
		},
		phone: {
			kind: 'text',
			name: 'phone',
			label: 'Telefonnummer',
			heading: 'Telefonnummer',
			hint: 'Så projektlederen kan ringe til dig. Skriv landekoden foran, hvis nummeret ikke er dansk.',
			type: 'tel',
			autocomplete: 'tel',
			limit: 100,
			width: 'short',
		},
		municipality: {
			kind: 'choice',
			name: 'municipality',
			label: 'Hvilken kommune hører dit lokale netværk til?',
			heading: 'Kommune',
			options: [...municipalities, ...noMunicipality],
		},
		area: {
			kind: 'text',
			name: 'area',
			label: 'By eller lokalområde',
			heading: 'By eller lokalområde',
			hint: 'Der, hvor du har dit netværk.',
			type: 'text',
			limit: 100,
			width: 'medium',
		},
		network: {
			kind: 'long-text',
			name: 'network',
			label: 'Hvad er din rolle i dit lokale netværk, og hvordan når du ud til folk i det?',
			heading: 'Rolle og netværk',
			hint: 'Fx i en forening, en butik, en skole eller et boligområde.',
			limit: 1500,
			rows: 5,
		},
		motivation: {
			kind: 'long-text',
			name: 'motivation',
			label: 'Hvorfor vil du være tryghedsambassadør?',
			heading: 'Hvorfor du vil være med',
			limit: 1500,
			rows: 5,
		},
		callTime: {
			kind: 'text',
			name: 'callTime',
			label: 'Hvornår passer det dig, at vi ringer?',
			heading: 'Hvornår vi må ringe',
			hint: 'Fx hverdage efter klokken 16.',
			optional: true,
			type: 'text',
			limit: 200,
			width: 'medium',
		},
		confirmation: {
			kind: 'confirmation',
			name: 'confirmation',
			label: 'Inden du går videre',
			heading: 'Bekræftelse',
			statement:
				'Jeg har læst, hvordan tryghedsambassadører kontakter politiet, og hvordan mine personoplysninger bliver brugt.',
		},
	};
}

/** The questions as a list, in the order they are asked. */
export function inOrder(questions: Questions): readonly Question[] {
	return questionNames.map((name) => questions[name]);
}

const unanswered = 'Ikke besvaret';

/** An answer as a person reads it, on the check page and in letters alike. */
export function answerText(question: Question, answer: string): string {
	if (answer === '') return unanswered;
	if (question.kind === 'confirmation') return question.statement;
	return question.name === 'phone' ? readable(answer) : answer;
}
