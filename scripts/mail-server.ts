import { createEmulator } from 'emulate';

export interface MailServer {
	/** Speaks Resend's API: what RESEND_BASE_URL is set to. */
	url: string;
	/** A page with every e-mail that was sent. */
	inbox: string;
	stop: () => Promise<void>;
}

/** Starts a local server in Resend's place. It keeps the e-mails in memory and sends nothing. */
export async function startMailServer(port: number): Promise<MailServer> {
	const emulator = await createEmulator({ service: 'resend', port, hostname: '127.0.0.1' });
	return {
		url: emulator.url,
		inbox: `${emulator.url}/inbox`,
		stop: () => emulator.close(),
	};
}
