import { questionsOf } from '#application/asking/questions.ts';
import type { Delivering } from '#application/delivering/ports.ts';
import { settings } from '#content/settings.ts';
import type { Environment } from './env.ts';
import { resendMailer } from './mailer.ts';
import { outboxOn } from './outbox.ts';
import { sealWith } from './seal.ts';
import { blobStore } from './store.ts';

/** Who gets alarms: until a mailbox of their own is set, and the public site opens, the project lead. */
export function watch(): string {
	return settings.mailboxes.alarms ?? settings.projectLead.email;
}

/**
 * The real parts behind the ports. Call it inside a handler.
 *
 * @param place Netlify shares a site's stores between all its deploys: each place has its own
 * @param access outside Netlify: whose store it is, and a token that opens it
 */
export function services(
	env: Environment,
	place: string,
	access?: { siteID?: string; token?: string },
): Delivering {
	const outbox = outboxOn(blobStore(`outbox-${place}`, access), sealWith(env.OUTBOX_KEY));
	return {
		// At an engineer's machine it is one person who applies, again and again.
		outbox: place === 'local' ? { ...outbox, entries: () => Promise.resolve([]) } : outbox,
		mailer: resendMailer(env.RESEND_API_KEY),
		writing: {
			questions: questionsOf(settings.municipalities),
			programme: settings,
			from: env.MAIL_FROM,
		},
		watch: watch(),
		clock: {
			now: () => Date.now(),
			wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
		},
	};
}
