import { expect, test as base } from 'vitest';
import type { Context } from '@netlify/functions';
import checkApplication from '#netlify/functions/check-application.ts';
import receipt from '#netlify/functions/receipt.ts';
import submitApplication from '#netlify/functions/submit-application.ts';
import { settings as ofTheSite } from '#content/settings.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { Blobs } from './blobs.ts';
import { onNetlify } from './delivery.ts';
import { HtmlPage } from './html-page.ts';
import { Mailbox } from './mailbox.ts';

/** Who gets alarms in these tests, whatever is set. */
export const alarmTo = 'vagt@tryghedsambassadoer.example';

const origin = 'https://tryghedsambassadoer.example';

const functions = {
	[paths.check]: checkApplication,
	[paths.submit]: submitApplication,
	[paths.receipt]: receipt,
};
export type Address = keyof typeof functions;

/** A function's own answer, as it leaves the function, and the page in it. */
export interface Answered {
	status: number;
	headers: Headers;
	page: HtmlPage;
}

/** The functions, called as Netlify calls them, with a request in and a response out. */
export class Functions {
	/** The kind of deploy that the functions take themselves to be in; empty as in the emulator. */
	deployContext = '';
	/** Whether it is the published deploy, or one of its day that still answers. */
	published = true;
	readonly #clock: Clock;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	async call(address: Address, request: RequestInit = {}, query = ''): Promise<Answered> {
		const afterwards: Promise<unknown>[] = [];
		const context = {
			deploy: { context: this.deployContext, id: '0', published: this.published },
			site: { url: origin },
			ip: '127.0.0.1',
			waitUntil: (work: Promise<unknown>) => afterwards.push(work),
		} as unknown as Context;
		const response = await functions[address](
			new Request(`${origin}${address}${query}`, request),
			context,
		);
		const { status, headers } = response;
		const page = new HtmlPage(await response.text());
		await Promise.all(afterwards);
		return { status, headers, page };
	}

	/** Posts fields as a browser does, from the site's own page, and sends no sooner than a person can. */
	async post(address: Address, fields: Record<string, string>): Promise<Answered> {
		if (address === paths.submit) this.#clock.forward(2000);
		return this.call(address, aPost(new URLSearchParams(fields).toString()));
	}

	/** From the answers to the fields of "Tjek dine svar", ready to be sent. */
	async checked(fields: Record<string, string>): Promise<Record<string, string>> {
		const { status, page } = await this.post(paths.check, fields);
		if (status !== 200) throw new Error(`the check page came with ${status}: ${page.words}`);
		return page.formTo(paths.submit);
	}

	/** Where a sent application leads to, and the receipt there. */
	async receiptAt(headers: Headers): Promise<Answered> {
		const { pathname, search } = new URL(headers.get('location') ?? '', origin);
		if (pathname !== paths.receipt) throw new Error(`sent on to ${pathname}`);
		return this.call(paths.receipt, {}, search);
	}

	/** Sends answers all the way and returns the reference on the receipt. */
	async apply(fields: Record<string, string>): Promise<string> {
		const { headers } = await this.post(paths.submit, await this.checked(fields));
		const { page } = await this.receiptAt(headers);
		return page.one('p', { class: 'reference' }).text;
	}
}

/** A post as a browser makes it, changed where a test says so; `undefined` leaves a header out. */
export function aPost(
	body: BodyInit,
	headers: Record<string, string | undefined> = {},
): RequestInit {
	const all: Record<string, string | undefined> = {
		'Content-Type': 'application/x-www-form-urlencoded',
		'Sec-Fetch-Site': 'same-origin',
		Origin: origin,
		...headers,
	};
	const given = Object.entries(all).filter(
		(header): header is [string, string] => header[1] !== undefined,
	);
	return { method: 'POST', headers: given, body, duplex: 'half' } as RequestInit;
}

interface Clock {
	forward: (milliseconds: number) => void;
}

interface World {
	/** The blob server, empty. */
	blobs: Blobs;
	/** The mail server, empty. */
	mailbox: Mailbox;
	functions: Functions;
	/** Netlify, which runs what is called in the background. */
	netlify: unknown;
	/** The functions' clock. */
	clock: Clock;
	/** What the functions have written to their log. */
	logged: readonly string[];
	/** Changes the functions' settings for this test; `undefined` leaves one out. */
	set: (settings: Record<string, string | undefined>) => void;
}

/** Each test has storage and a mail server of its own, and the settings of an engineer's machine. */
export const test = base.extend<World>({
	blobs: [
		async ({}, use) => {
			const blobs = await Blobs.open();
			await use(blobs);
			await blobs.close();
		},
		{ auto: true },
	],
	mailbox: async ({}, use) => {
		const mailbox = await Mailbox.open();
		await use(mailbox);
		await mailbox.close();
	},
	set: [
		async ({ mailbox }, use) => {
			const local = localEnvironment(mailbox.url);
			const before = Object.fromEntries(
				Object.keys(local).map((name) => [name, process.env[name]]),
			);
			setEnvironment(local);
			const { mailboxes } = ofTheSite;
			Object.assign(ofTheSite, { mailboxes: { ...mailboxes, alarms: alarmTo } });
			await use(setEnvironment);
			setEnvironment(before);
			Object.assign(ofTheSite, { mailboxes });
		},
		{ auto: true },
	],
	clock: async ({}, use) => {
		const { now } = Date;
		let ahead = 0;
		Date.now = () => now() + ahead;
		await use({ forward: (milliseconds) => (ahead += milliseconds) });
		Date.now = now;
	},
	logged: [
		async ({}, use) => {
			const lines: string[] = [];
			const { log } = console;
			console.log = (line: unknown) => lines.push(String(line));
			await use(lines);
			console.log = log;
		},
		{ auto: true },
	],
	netlify: [({}, use) => onNetlify(() => use(undefined)), { auto: true }],
	functions: async ({ clock }, use) => {
		await use(new Functions(clock));
	},
});

function setEnvironment(settings: Record<string, string | undefined>): void {
	for (const [name, value] of Object.entries(settings)) {
		if (value === undefined) Reflect.deleteProperty(process.env, name);
		else process.env[name] = value;
	}
}

/** What every answer of a function has in production, where nothing else adds it. */
export function expectCarefulHeaders({ headers, page }: Answered): void {
	const expected = securityHeaders(stylesOf(page.html));
	for (const [name, value] of Object.entries(expected)) expect(headers.get(name)).toBe(value);
	expect(page.all('style')).toHaveLength(1);
	expect(headers.get('cache-control')).toBe('private, max-age=0');
	expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(headers.get('set-cookie')).toBeNull();
	expect(page.attributes.lang).toBe('da');
}

export { expect };
