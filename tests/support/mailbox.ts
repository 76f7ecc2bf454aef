import { createEmulator, type Emulator } from 'emulate';

export interface Email {
	id: string;
	from: string;
	to: readonly string[];
	reply_to: readonly string[];
	subject: string;
	text: string;
	html: string;
	headers: Readonly<Record<string, string>>;
	tags: readonly { name: string; value: string }[];
}

const serve = (port: number) => createEmulator({ service: 'resend', port, hostname: '127.0.0.1' });

/** A mail server with Resend's API. A test can read what was sent, and stop the server for a while. */
export class Mailbox {
	readonly url: string;
	#server: Emulator | undefined;

	/** @param url where a server of another process listens */
	constructor(url: string, server?: Emulator) {
		this.url = url;
		this.#server = server;
	}

	static async open(): Promise<Mailbox> {
		const server = await serve(0);
		return new Mailbox(server.url, server);
	}

	/** Every e-mail that was sent, oldest first. */
	async emails(): Promise<readonly Email[]> {
		const response = await fetch(`${this.url}/emails`);
		const { data } = (await response.json()) as { data: readonly Email[] };
		return data;
	}

	/** Every e-mail with this text in its subject or body. */
	async emailsWith(text: string): Promise<readonly Email[]> {
		const emails = await this.emails();
		return emails.filter((email) => email.subject.includes(text) || email.text.includes(text));
	}

	async emailsTo(address: string): Promise<readonly Email[]> {
		return (await this.emails()).filter(({ to }) => to.includes(address));
	}

	/** Stops the server. It loses its e-mails. */
	async close(): Promise<void> {
		await this.#server?.close();
		this.#server = undefined;
	}

	/** Starts it again at the same address. */
	async reopen(): Promise<void> {
		this.#server ??= await serve(Number(new URL(this.url).port));
	}
}
