import { sharesDomain } from '#application/asking/domain.ts';
import type { Tell } from '#content/report.ts';

interface Mailboxes {
	projectLead?: { email?: unknown };
	mailboxes?: { alarms?: unknown };
}

/** Tells where the alarm that the project lead's mailbox takes no e-mail would go the same way as the e-mail. */
export function tellSameDomain(text: string, tell: Tell): void {
	const { projectLead, mailboxes } = JSON.parse(text) as Mailboxes;
	const [lead, alarms] = [projectLead?.email, mailboxes?.alarms];
	if (typeof lead !== 'string' || typeof alarms !== 'string') return;
	if (!sharesDomain(lead, alarms)) return;
	tell(
		1 + text.split('\n').findIndex((line) => line.includes('"alarms"')),
		`"${alarms}" hører til samme domæne som projektlederens e-mail.`,
		'Skriv en postkasse på et andet domæne. Så når alarmerne frem, også når projektlederens e-mail ikke virker.',
	);
}
