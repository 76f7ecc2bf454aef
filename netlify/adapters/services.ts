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

/** The real parts behind the outbox's ports. Call it inside a handler. */
export function outboxPorts(env: Environment, place: string, access?: StoreAccess): Ports {
	return {
		outbox: outboxOf(env, place, access),
		mailer: resendMailer(env.RESEND_API_KEY),
		writing: {
			questions: questionsOf(settings.municipalities),
			programme: settings,
			from: env.MAIL_FROM,
		},
		alarmMailbox: alarmMailbox(),
		perDay: settings.mail.perDay,
		clock: Date,
		sign: signWith(env.FORM_SECRET),
	};
}
