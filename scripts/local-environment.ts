/**
 * The environment of the functions when the site runs on an engineer's machine or in a test. Nothing
 * here is secret, and nothing here may be used anywhere else: what to set on Netlify stands in
 * docs/operations.md.
 */
export function localEnvironment(mailServer: string): Record<string, string> {
	return {
		RESEND_API_KEY: 're_local',
		RESEND_BASE_URL: mailServer,
		RESEND_WEBHOOK_SECRET: `whsec_${localKey('webhook')}`,
		MAIL_FROM: 'Tryghedsambassadør <ansoegning@tryghedsambassadoer.example>',
		FORM_SECRET: localKey('form'),
		OUTBOX_KEY: `local:${localKey('outbox')}`,
	};
}

/** The port of the site; the mail server has the next one. Ends with a sentence where PORT names none. */
export function sitePort(): number {
	const { PORT = '' } = process.env;
	const port = Number(PORT === '' ? 8888 : PORT);
	if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
	console.error('PORT must be a number from 1 to 65534.');
	return process.exit(1);
}

/** 32 bytes in base64, which read as what they are once they are decoded. */
function localKey(purpose: string): string {
	return Buffer.from(`local only, ${purpose} key`.padEnd(32, '.')).toString('base64');
}
