import { questionsOf } from '#application/asking/questions.ts';
import type { Sending } from '#application/outbox/alarms.ts';
import type { Ports } from '#application/outbox/ports.ts';
import { settings } from '#content/settings.ts';
import type { AlarmEnvironment, Environment } from './env.ts';
import { resendMailer } from './mailer.ts';
import { outboxOf } from './outbox.ts';
import { signWith } from './seal.ts';
import type { StoreAccess } from './store.ts';

/** What alarms are sent with, also where other settings are missing. */
export function alarmPorts({ MAIL_FROM, RESEND_API_KEY }: AlarmEnvironment): Sending {
	return {
		mailer: resendMailer(RESEND_API_KEY),
		writing: {
			questions: questionsOf(settings.municipalities),
			programme: settings,
			// E-mails of a staging site say so, whatever they are about.
			from: settings.isStaging ? `PRØVE ${MAIL_FROM}` : MAIL_FROM,
		},
		// The public site opens only with a mailbox of its own for alarms.
		alarmMailbox: settings.mailboxes.alarms ?? settings.projectLead.email,
		sign: signWith(RESEND_API_KEY),
	};
}

/** The real parts behind the outbox's ports. Call it inside a handler. */
export function outboxPorts(env: Environment, place: string, access?: StoreAccess): Ports {
	return {
		...alarmPorts(env),
		outbox: outboxOf(env, place, access),
		perDay: settings.mail.perDay,
		clock: Date,
		sign: signWith(env.FORM_SECRET),
	};
}
