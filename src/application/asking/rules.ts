import * as z from 'zod/mini';
import { inDanish } from '#application/typesetting.ts';
import { cleanLine, cleanText, hasLostCharacters, isVisible, lengthOf } from './characters.ts';
import { bare, emailAddress, emailMistakes } from './email-address.ts';
import { dialled, e164, phoneMistakes } from './phone-number.ts';
import {
	type ChoiceQuestion,
	confirmed,
	type LongTextQuestion,
	type QuestionName,
	questionNames,
	type Questions,
	type TextQuestion,
} from './questions.ts';

/** The message where a question is not answered. */
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

function text({ kind, heading, limit }: TextQuestion | LongTextQuestion): z.ZodMiniString {
	return z.string().check(
		z.overwrite(kind === 'text' ? cleanLine : cleanText),
		z.refine(
			(answer) => !hasLostCharacters(answer),
			`”${heading}” indeholder et tegn, der ikke kan læses (\ufffd). Ret eller slet det`,
		),
		z.refine((answer) => lengthOf(answer) <= limit, {
			error: ({ input }) =>
				`”${heading}” må højst være på ${inDanish(limit)} tegn. Du har skrevet ${inDanish(lengthOf(String(input)))}`,
		}),
	);
}

function oneOf({ options }: ChoiceQuestion, message: string): z.ZodMiniString {
	return z.string().check(
		z.refine((option) => option !== '', message),
		z.refine((option) => option === '' || options.includes(option), 'Vælg en kommune fra listen'),
	);
}

/** A pattern for each kind of mistake. In its message, … becomes the text of its first group, and # the length of that. */
type Mistakes = readonly (readonly [pattern: RegExp, message: string])[];

/**
 * Turns an answer into a value.
 *
 * @param read returns `null` where the answer is wrong
 * @param strip removes what may be around the value, before `mistakes` are matched
 */
function valueOf(
	read: (answer: string) => string | null,
	strip: (answer: string) => string,
	mistakes: Mistakes,
) {
	return z.transform((answer: string, context) => {
		const value = answer === '' ? answer : read(answer);
		if (value !== null) return value;
		const message = messageFor(strip(answer), mistakes);
		context.issues.push({ code: 'custom', message, input: answer });
		return z.NEVER;
	});
}

/** The message of the first pattern that matches. The last one matches every answer. */
function messageFor(answer: string, mistakes: Mistakes): string {
	for (const [pattern, message] of mistakes) {
		const found = pattern.exec(answer)?.at(-1);
		if (found === undefined) continue;
		return message.replace(/[…#]/, (sign) => (sign === '#' ? `${found.length}` : found));
	}
	throw new Error('The last pattern must match every answer.');
}

/** The rules of an application, one for each question. Its output is what is stored and mailed. */
function applicationSchema(questions: Questions) {
	const answered = (name: 'name' | 'email' | 'phone' | 'area' | 'network' | 'motivation') =>
		text(questions[name]).check(z.refine(isVisible, unanswered[name]));
	return z.strictObject({
		name: answered('name'),
		email: z.pipe(answered('email'), valueOf(emailAddress, bare, emailMistakes)),
		phone: z.pipe(answered('phone'), valueOf(e164, dialled, phoneMistakes)),
		municipality: oneOf(questions.municipality, unanswered.municipality),
		area: answered('area'),
		network: answered('network'),
		motivation: answered('motivation'),
		callTime: text(questions.callTime),
		confirmation: z.literal(confirmed, unanswered.confirmation),
	} satisfies Record<QuestionName, unknown>);
}

export type Application = z.infer<ReturnType<typeof applicationSchema>>;

/** The posted answers. A question without an answer may be missing. */
type Answers = Partial<Record<QuestionName, string>>;

/** What is wrong with one answer, and how to mend it. */
export interface Mistake {
	name: QuestionName;
	message: string;
}

type Checked =
	{ kind: 'valid'; application: Application } | { kind: 'invalid'; mistakes: readonly Mistake[] };

/** Checks every answer. Returns the first mistake in each, in the order of the questions. */
export function check(answers: Answers, questions: Questions): Checked {
	const complete = Object.fromEntries(questionNames.map((name) => [name, answers[name] ?? '']));
	const { data, error } = applicationSchema(questions).safeParse(complete);
	if (data) return { kind: 'valid', application: data };
	const mistakes = questionNames.flatMap((name) => {
		const issue = error.issues.find(({ path }) => path[0] === name);
		return issue ? [{ name, message: issue.message }] : [];
	});
	return { kind: 'invalid', mistakes };
}
