import { questionNames } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import type { Sign } from './token.ts';

/** The same answers have the same fingerprint, and it tells nothing about them without the key. */
export function fingerprintOf(application: Application, sign: Sign): string {
	return sign(`answers ${JSON.stringify(questionNames.map((name) => application[name]))}`);
}
