import { createHmac } from 'node:crypto';

/** The headers with which Resend signs a body: those of Svix. */
export function signatureOf(body: string, secret: string, eventId: string, at: number): Headers {
	const timestamp = String(Math.floor(at / 1000));
	const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
		.update(`${eventId}.${timestamp}.${body}`)
		.digest('base64');
	return new Headers({
		'svix-id': eventId,
		'svix-timestamp': timestamp,
		'svix-signature': `v1,${signature}`,
	});
}

interface Sent {
	id: string;
	tags: readonly { name: string; value: string }[];
}

/**
 * Reports each e-mail at the local mail server to the site as delivered, as Resend does. The server delivers
 * at once, and has webhooks, but signs none of them.
 */
export function reportDeliveries(mailServer: string, site: string): void {
	const reported = new Set<string>();
	const reportNew = async () => {
		// The server could not stop while a connection is kept for the next question.
		const sent = await fetch(`${mailServer}/emails`, { headers: { Connection: 'close' } });
		const { data } = (await sent.json()) as { data: readonly Sent[] };
		for (const { id, tags } of data) {
			if (reported.has(id)) continue;
			const body = JSON.stringify({
				type: 'email.delivered',
				created_at: new Date().toISOString(),
				data: { email_id: id, tags },
			});
			const secret = process.env.RESEND_WEBHOOK_SECRET ?? '';
			const headers = signatureOf(body, secret, `msg_${id}`, Date.now());
			const answer = await fetch(`${site}/api/resend`, { method: 'POST', headers, body });
			if (answer.ok) reported.add(id);
		}
	};
	const reportAndWait = () =>
		void reportNew()
			// The server is down.
			.catch(() => undefined)
			.then(() => setTimeout(reportAndWait, 1000));
	reportAndWait();
}
