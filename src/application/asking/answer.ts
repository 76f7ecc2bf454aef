import { readable } from './phone-number.ts';
import type { Question } from './questions.ts';

const unanswered = 'Ikke besvaret';

/** An answer as a person reads it, on the check page and in letters alike. */
export function answerText(question: Question, answer: string): string {
	if (answer === '') return unanswered;
	if (question.kind === 'confirmation') return question.statement;
	return question.name === 'phone' ? readable(answer) : answer;
}
