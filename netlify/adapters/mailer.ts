import { setTimeout } from 'node:timers/promises';
import type { Refusal, Sent } from '#application/outbox/entry.ts';
import type { Mailer } from '#application/outbox/ports.ts';

/** From one call to the next, in milliseconds: Resend takes five a second, or only two. */
const fastest = 210;
const slowest = 1100;

/**
 * Resend as the mail provider. Its SDK does not throw and has no timeout and no retry of its own. Calls leave time
 * between them, and more after Resend has answered that they come too fast.
 *
 * @param patience how long Resend may take to answer, in milliseconds
 */
export function resendMailer(apiKey: string, patience = 10_000): Mailer {
	// Loaded with the first e-mail: the SDK is large, and an applicant's answer does not wait for it.
	const open = async () => new (await import('resend')).Resend(apiKey);
	let pause = fastest;
	let next = 0;
	return {
		async send(letter, idempotencyKey, tags): Promise<Sent> {
			const resend = await open();
			const wait = next - performance.now();
			if (wait > 0) await setTimeout(wait);
			next = performance.now() + pause;
			const { data, error } = await resend.emails.send(
				{ ...letter, tags: Object.entries(tags).map(([name, value]) => ({ name, value })) },
				{ idempotencyKey, signal: AbortSignal.timeout(patience) },
			);
			if (data?.id) return { kind: 'accepted' };
			const reason = error && refusalOf(error);
			if (reason === 'rate') {
				pause = Math.min(slowest, 2.6 * pause);
				next = performance.now() + slowest;
			}
			return reason ? { kind: 'refused', reason } : { kind: 'unknown' };
		},
	};
}

/** What a definite no means. A 5xx, a 409 and an error without a status may stand for an e-mail that was sent. */
function refusalOf({
	name,
	statusCode,
}: {
	name: string;
	statusCode: number | null;
}): Refusal | null {
	switch (statusCode) {
		case 429:
			return name.endsWith('quota_exceeded') ? 'quota' : 'rate';
		case 401:
		case 403:
			return 'configuration';
		case 400:
		case 404:
		case 405:
		case 413:
		case 422:
			return 'content';
		default:
			return null;
	}
}
