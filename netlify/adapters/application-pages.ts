import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import { idOf } from '#application/confirming/id.ts';
import { answerText } from '#application/asking/answer.ts';
import { inOrder, questionNames, questionsOf } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import { issueToken, type Sign } from '#application/confirming/token.ts';
import { settings } from '#content/settings.ts';
import { Page } from './page.ts';
import { randomId } from './seal.ts';

/** The questions of this site's form. */
export const questions = questionsOf(settings.municipalities);

/** The field that people do not see: what stands in it marks the application, and never drops it. */
export const honeypot = 'website';

/** Every field that the form and the check page may post. */
export const knownFields: ReadonlySet<string> = new Set([
	...questionNames,
	honeypot,
	'token',
	'edit',
]);

export type Fields = Record<string, string>;

/** The form with what was written in it. */
export async function formPage(fields: Fields): Promise<Page> {
	return (await Page.open('ansoeg')).values(answersIn(fields));
}

/** "Tjek dine svar": every answer, with a token that lets exactly these answers be sent. */
export async function checkPage(
	fields: Fields,
	application: Application,
	{ now, sign }: { now: number; sign: Sign },
): Promise<Page> {
	const fingerprint = fingerprintOf(application, sign);
	const token = issueToken({ id: idOf(now, randomId()), issuedAt: now, fingerprint }, sign);
	return checkPageWith(token, fields, application);
}

/** The check page with the token that it had: what is sent again from it is the same application. */
export async function checkPageWith(
	token: string,
	fields: Fields,
	application: Application,
): Promise<Page> {
	const rows = inOrder(questions).map((question) => [
		question.name,
		answerText(question, application[question.name]),
	]);
	const page = await Page.open('tjek');
	return page
		.rows(Object.fromEntries(rows) as Record<string, string>)
		.values({ ...answersIn(fields), token });
}

function answersIn(fields: Fields): Fields {
	const names = [...questionNames, honeypot];
	return Object.fromEntries(names.map((name) => [name, fields[name] ?? '']));
}
