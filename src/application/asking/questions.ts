import { readable } from './phone-number.ts';

interface Asked {
	name: QuestionName;
	/** The label of the control, or the legend of the group. */
	label: string;
	/** Short name of the answer, on the check page and in letters. */
	heading: string;
	hint?: string;
	optional?: true;
}

export interface TextQuestion extends Asked {
	kind: 'text';
	/** What a browser may fill in. It is never `off`: browsers then empty the field when somebody goes back. */
	autocomplete?: 'name' | 'email' | 'tel';
	/** Longest answer, in characters. E-mail and phone have room for text that is copied along with them. */
	limit: number;
}

export interface LongTextQuestion extends Asked {
	kind: 'long-text';
	/** Longest answer, in characters. */
	limit: number;
}

export interface ChoiceQuestion extends Asked {
	kind: 'choice';
	options: readonly string[];
}

interface ConfirmationQuestion extends Asked {
	kind: 'confirmation';
	/** What the applicant confirms by ticking the box. */
	statement: string;
}

export type Question = TextQuestion | LongTextQuestion | ChoiceQuestion | ConfirmationQuestion;

export type Questions = Record<'name' | 'email' | 'phone' | 'area' | 'callTime', TextQuestion> &
	Record<'network' | 'motivation', LongTextQuestion> & {
		municipality: ChoiceQuestion;
		confirmation: ConfirmationQuestion;
	};

export type QuestionName = keyof Questions;

/** The value that a ticked confirmation is posted with. */
export const confirmed = 'ja';

/** What can be chosen instead of a municipality of the district. */
export const noMunicipality: readonly string[] = ['Uden for politikredsen', 'Jeg ved det ikke'];

/**
 * The questions to an applicant, in the order of the check page and the letters. `form-page.tsx` says in which part of
 * the form each one is.
 *
 * @param municipalities those of the police district
 */
export function questionsOf(municipalities: readonly string[]): Questions {
	return {
		name: {
			kind: 'text',
			name: 'name',
			label: 'Navn',
			heading: 'Navn',
			autocomplete: 'name',
			limit: 100,
		},
		email: {
			kind: 'text',
			name: 'email',
			label: 'E-mail',
			heading: 'E-mail',
			hint: 'Til svar og kvittering. Har du ingen e-mail, så ring til projektlederen.',
			autocomplete: 'email',
			limit: 400,
		},
		phone: {
			kind: 'text',
			name: 'phone',
			label: 'Telefonnummer',
			heading: 'Telefonnummer',
			hint: 'Så vi kan ringe til dig. Skriv landekoden foran, hvis nummeret ikke er dansk.',
			autocomplete: 'tel',
			limit: 100,
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
			limit: 100,
		},
		network: {
			kind: 'long-text',
			name: 'network',
			label: 'Hvad er din rolle i dit lokale netværk, og hvordan når du ud til folk i det?',
			heading: 'Rolle og netværk',
			hint: 'Fx i en forening, en butik, en skole eller et boligområde.',
			limit: 1500,
		},
		motivation: {
			kind: 'long-text',
			name: 'motivation',
			label: 'Hvorfor vil du være tryghedsambassadør?',
			heading: 'Hvorfor du vil være med',
			limit: 1500,
		},
		callTime: {
			kind: 'text',
			name: 'callTime',
			label: 'Hvornår passer det dig, at vi ringer?',
			heading: 'Hvornår vi må ringe',
			hint: 'Fx hverdage efter klokken 16.',
			optional: true,
			limit: 200,
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
	return Object.values(questions);
}

export const questionNames: readonly QuestionName[] = inOrder(questionsOf([])).map(
	({ name }) => name,
);

/** An answer as a person reads it, on the check page and in letters alike. */
export function answerText(question: Question, answer: string): string {
	if (answer === '') return 'Ikke besvaret';
	if (question.kind === 'confirmation') return question.statement;
	return question.name === 'phone' ? readable(answer) : answer;
}
