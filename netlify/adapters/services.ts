import { questionsOf } from '#application/asking/questions.ts';
import type { Ports } from '#application/outbox/ports.ts';
import { settings } from '#content/settings.ts';
import type { Environment } from './env.ts';
import { resendMailer } from './mailer.ts';
import { outboxOf } from './outbox.ts';
import { signWith } from './seal.ts';
import type { StoreAccess } from './store.ts';

/** Who gets alarms: until a mailbox of their own is set, and the public site opens, the project lead. */
export function alarmMailbox(): string {
	return settings.mailboxes.alarms ?? settings.projectLead.email;
}

/** Whom e-mails are from. Those of a staging site say so, whatever they are about. */
export function sender({ MAIL_FROM }: Pick<Environment, 'MAIL_FROM'>): string {
	return settings.isStaging ? `PRØVE ${MAIL_FROM}` : MAIL_FROM;
}

/** The real parts behind the outbox's ports. Call it inside a handler. */
export function outboxPorts(env: Environment, place: string, access?: StoreAccess): Ports {
	return {
		outbox: outboxOf(env, place, access),
		mailer: resendMailer(env.RESEND_API_KEY),
		writing: {
			questions: questionsOf(settings.municipalities),
			programme: settings,
			from: sender(env),
		},
		alarmMailbox: alarmMailbox(),
		perDay: settings.mail.perDay,
		clock: Date,
		sign: signWith(env.FORM_SECRET),
	};
}
