import * as z from 'zod/mini';
import { inDanish } from '#application/typesetting.ts';
import { cleanLine, cleanText, hasLostCharacters, isVisible, lengthOf } from './characters.ts';
import { bare, emailAddress, emailMistakes } from './email-address.ts';
import { dialled, e164, phoneMistakes } from './phone-number.ts';
import {
	type ChoiceQuestion,
	confirmed,
	type LongTextQuestion,
	type Question,
	type QuestionName,
	questionNames,
	type Questions,
	type TextQuestion,
} from './questions.ts';

/** What an applicant is told when a question stands unanswered. */
const unanswered: Record<Exclude<QuestionName, 'callTime'>, string> = {
	name: 'Indtast dit navn',
	email: 'Indtast din e-mail',
	phone: 'Indtast dit telefonnummer',
	municipality: 'Vælg en kommune',
	area: 'Indtast din by eller dit lokalområde',
	network: 'Skriv om din rolle og dit netværk',
	motivation: 'Skriv, hvorfor du vil være tryghedsambassadør',
	confirmation: 'Sæt kryds, når du har læst om kontakt til politiet og læst privatlivspolitikken',
};

const wrong = {
	tooLong: (question: Written, length: number) =>
		`”${question.heading}” må højst være på ${inDanish(question.limit)} tegn. Du har skrevet ${inDanish(length)}`,
	lost: (question: Question) =>
		`”${question.heading}” indeholder et tegn, der ikke kan læses (\ufffd). Ret eller slet det`,
	option: 'Vælg en kommune fra listen',
};

type Written = TextQuestion | LongTextQuestion;

function written(question: Written): z.ZodMiniString {
	return z.string().check(
		z.overwrite(question.kind === 'text' ? cleanLine : cleanText),
		z.refine((text) => !hasLostCharacters(text), wrong.lost(question)),
		z.refine((text) => lengthOf(text) <= question.limit, {
			error: ({ input }) => wrong.tooLong(question, lengthOf(String(input))),
		}),
	);
}

function answered(question: Written, message: string): z.ZodMiniString {
	return written(question).check(z.refine(isVisible, message));
}

/** A rule that turns what was written into what is kept, and says what is wrong where it cannot. */
function read(
	reading: (text: string) => string | null,
	stripped: (text: string) => string,
	mistakes: MistakePatterns,
) {
	return z.transform((text: string, context) => {
		const value = text === '' ? text : reading(text);
		if (value !== null) return value;
		context.issues.push({
			code: 'custom',
			message: mistakeIn(stripped(text), mistakes),
			input: text,
		});
		return z.NEVER;
	});
}

/**
 * What a mistake looks like, and the sentence that says how to mend it. In the sentence … stands for what the
 * first group found, and # for how long that is. The last pattern fits everything.
 */
type MistakePatterns = readonly (readonly [RegExp, string])[];

/** The sentence of the first kind of mistake that was made. */
function mistakeIn(written: string, patterns: MistakePatterns): string {
	for (const [pattern, sentence] of patterns) {
		const found = pattern.exec(written)?.at(-1);
		if (found !== undefined) {
			return sentence.replace(/[…#]/, (sign) => (sign === '#' ? `${found.length}` : found));
		}
	}
	throw new Error('no pattern fits');
}

function oneOf(question: ChoiceQuestion, message: string): z.ZodMiniString {
	return z.string().check(
		z.refine((option) => option !== '', message),
		z.refine((option) => option === '' || question.options.includes(option), wrong.option),
	);
}
/** The rules of an application, one for each question. Its output is what is kept and mailed. */
export function applicationSchema(questions: Questions) {
	const { name, email, phone, area, network, motivation, callTime } = questions;
	return z.strictObject({
		name: answered(name, unanswered.name),
		email: z.pipe(answered(email, unanswered.email), read(emailAddress, bare, emailMistakes)),
		phone: z.pipe(answered(phone, unanswered.phone), read(e164, dialled, phoneMistakes)),
		municipality: oneOf(questions.municipality, unanswered.municipality),
		area: answered(area, unanswered.area),
		network: answered(network, unanswered.network),
		motivation: answered(motivation, unanswered.motivation),
		callTime: written(callTime),
		confirmation: z.literal(confirmed, unanswered.confirmation),
	} satisfies Record<QuestionName, unknown>);
}

export type Application = z.infer<ReturnType<typeof applicationSchema>>;

/** What was posted, as it was written; a question that was not answered may be missing. */
export type Answers = Partial<Record<QuestionName, string>>;

/** What is wrong with one answer, and how to mend it. */
export interface Mistake {
	name: QuestionName;
	message: string;
}

export type Checked =
	{ kind: 'valid'; application: Application } | { kind: 'invalid'; mistakes: readonly Mistake[] };

/** Checks every answer and reports the first mistake in each, in the order of the questions. */
export function check(answers: Answers, questions: Questions): Checked {
	const complete = Object.fromEntries(questionNames.map((name) => [name, answers[name] ?? '']));
	const result = applicationSchema(questions).safeParse(complete);
	if (result.success) return { kind: 'valid', application: result.data };
	const mistakes = questionNames.flatMap((name) => {
		const issue = result.error.issues.find(({ path }) => path[0] === name);
		return issue ? [{ name, message: issue.message }] : [];
	});
	return { kind: 'invalid', mistakes };
}
