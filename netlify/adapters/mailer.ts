import type { Refusal } from '#application/delivering/facts.ts';
import type { Mailer } from '#application/delivering/ports.ts';

/**
 * Resend as the mail provider. Its SDK does not throw and has no timeout and no retry of its own.
 *
 * @param patience how long Resend may take to answer, in milliseconds
 */
export function resendMailer(apiKey: string, patience = 10_000): Mailer {
	// Loaded with the first e-mail: the SDK is large, and an applicant's answer does not wait for it.
	const open = async () => new (await import('resend')).Resend(apiKey);
	return {
		async send(mail, idempotencyKey, tags) {
			const resend = await open();
			const { data, error } = await resend.emails.send(
				{ ...mail, tags: Object.entries(tags).map(([name, value]) => ({ name, value })) },
				{ idempotencyKey, signal: AbortSignal.timeout(patience) },
			);
			if (data?.id) return { kind: 'accepted', providerId: data.id };
			const reason = error && refusalOf(error);
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
