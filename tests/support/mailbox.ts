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

/** The mail server of a test: what was sent can be read, and the server can be down for a while. */
export class Mailbox {
	readonly url: string;
	#server: Emulator | undefined;

	private constructor(server: Emulator) {
		this.url = server.url;
		this.#server = server;
	}

	static async open(): Promise<Mailbox> {
		return new Mailbox(await serve(0));
	}

	/** Every e-mail that was sent, the first one first. */
	async emails(): Promise<readonly Email[]> {
		const response = await fetch(`${this.url}/emails`);
		const { data } = (await response.json()) as { data: readonly Email[] };
		return data;
	}

	/** Every e-mail with the text in its subject or in what it says. */
	async emailsWith(text: string): Promise<readonly Email[]> {
		const emails = await this.emails();
		return emails.filter((email) => email.subject.includes(text) || email.text.includes(text));
	}

	/** Every e-mail to an address. */
	async emailsTo(address: string): Promise<readonly Email[]> {
		return (await this.emails()).filter(({ to }) => to.includes(address));
	}

	/** Stops the server; what it had is forgotten. */
	async close(): Promise<void> {
		await this.#server?.close();
		this.#server = undefined;
	}

	/** Starts it again at the same address. */
	async reopen(): Promise<void> {
		this.#server ??= await serve(Number(new URL(this.url).port));
	}
}
