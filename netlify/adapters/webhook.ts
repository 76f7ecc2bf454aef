import type { Environment } from './env.ts';

/**
 * The event that Resend signed, or `null` where the signature is not its own or is older than five
 * minutes. The signature is over the body as it came, so nothing may read or write it before.
 */
export async function verifiedEvent(
	request: Request,
	{ RESEND_API_KEY, RESEND_WEBHOOK_SECRET }: Environment,
): Promise<unknown> {
	const header = (name: string) => request.headers.get(`svix-${name}`) ?? '';
	const payload = await request.text();
	const { Resend } = await import('resend');
	try {
		return new Resend(RESEND_API_KEY).webhooks.verify({
			payload,
			headers: { id: header('id'), timestamp: header('timestamp'), signature: header('signature') },
			webhookSecret: RESEND_WEBHOOK_SECRET,
		});
	} catch {
		return null;
	}
}
