import type { Application } from '#application/asking/rules.ts';
import type { Letter } from '#application/letters/letter.ts';
import { letterOfLostReceipt } from '#application/letters/lost-receipt.ts';
import { letterToApplicant } from '#application/letters/to-applicant.ts';
import { type Circumstances, letterToProjectLead } from '#application/letters/to-project-lead.ts';
import { questions, theChecked } from './application.ts';

export const reference = 'MU4T-QKAR';
const id = '2026112107-9f86d081884c7d659a2feaa0c55ad015';
/** 9.15 in Copenhagen, in winter time. */
const at = Date.UTC(2026, 10, 24, 8, 15);

/** Settings with characters that HTML must escape. */
const programme = {
	name: 'Tryghed & Co',
	authority: { name: 'Politiet <nord>' },
	projectLead: { name: 'Åse Ny', title: 'leder', email: 'aase@eksempel.dk', phone: '+4521223344' },
	answering: { who: null, within: null },
	editing: { repository: null },
	isStaging: false,
};
export const writing = { questions, programme, from: 'Ansøgning <ansoegning@eksempel.dk>' };

export function toLead(
	application: Application = theChecked(),
	circumstances: Circumstances = {},
): Letter {
	return letterToProjectLead({ id, at, application }, writing, circumstances);
}

/** The receipt by e-mail. */
export function toApplicant(application: Application = theChecked()): Letter {
	return letterToApplicant({ id, at, application }, writing);
}

export function lostReceipt(): Letter {
	return letterOfLostReceipt(id, writing);
}
