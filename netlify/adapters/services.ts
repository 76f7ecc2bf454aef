import type { Delivering } from '#application/delivering/deliver.ts';
import { settings } from '#content/settings.ts';
import type { Environment } from './env.ts';
import { resendMailer } from './mailer.ts';
import { outboxOn } from './outbox.ts';
import { sealWith } from './seal.ts';
import { blobStore } from './store.ts';

const crowded = new Set<string>();

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
	return {
		outbox: outboxOn(blobStore(`outbox-${place}`, access), sealWith(env.OUTBOX_KEY)),
		mailer: resendMailer(env.RESEND_API_KEY),
		projectLead: settings.projectLead.email,
		crowded,
		clock: {
			now: () => Date.now(),
			wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
		},
	};
}
