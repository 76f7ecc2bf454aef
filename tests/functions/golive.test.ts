import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as base } from 'vitest';
import { settings } from '#content/settings.ts';
import { environment } from '#netlify/adapters/env.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { onStorage } from '../../scripts/storage.ts';
import type { Email } from '../support/mailbox.ts';

interface Served {
	site: string;
	/** Where the e-mails are. */
	mail: string;
	/** Types something and Enter. */
	type: (text: string) => void;
}

/** What `npm start` serves, once for all tests of this file. */
const test = base.extend<{ $file: { served: Served } }>({
	served: [
		async ({}, use) => {
			const child = fork('scripts/serve.ts', {
				env: { ...process.env, PORT: '8988' },
				execArgv: [],
				stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
			});
			const said = await new Promise<string>((resolve) => {
				let text = '';
				child.stdout?.on('data', (chunk: Buffer) => {
					text += chunk.toString();
					if (text.includes('/inbox')) resolve(text);
				});
			});
			const [site = '', mail = ''] = said.match(/http:\/\/localhost:\d+/g) ?? [];
			await use({ site, mail, type: (text) => child.stdin?.write(`${text}\n`) });
			child.disconnect();
			await once(child, 'exit');
		},
		{ scope: 'file' },
	],
});

const golive = (...args: string[]) =>
	promisify(execFile)(process.execPath, ['scripts/golive.ts', ...args]).then(
		(said) => ({ code: 0, ...said }),
		(error: unknown) => error as { code: number; stdout: string; stderr: string },
	);

test('npm run ready sees a running site as a visitor and as the monitor do', async ({ served }) => {
	const { code, stdout } = await golive('ready', '--site', served.site);
	expect(code).toBe(1);
	expect(stdout).toContain('✓ Pages have every header that protects them');
	expect(stdout).toContain('✓ No cookie is set');
	expect(stdout).toContain('Health: applications are taken and delivered');
	expect(stdout).toContain('✗ must: Without https, a visitor is led to https');
	expect(stdout).toContain('? must: Set NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file.');
});

test('a rehearsal sees both letters and an alarm arrive, and leaves nothing behind', async ({
	served: { site, mail, type },
}) => {
	await onStorage(Number(new URL(site).port), async (place) => {
		const outbox = outboxOf(environment(), place);
		const before = await outbox.names('entry');
		// One mailbox gets three receipts a day, and the storage of an earlier run may know this one.
		const to = `mig-${Date.now()}@eksempel.dk`;
		const { stdout: said } = await golive('rehearse', '--site', site, '--to', to);
		expect(said).not.toContain('✗');
		expect(said).toContain(`the project lead, ${settings.projectLead.email}, is delivered`);
		expect(said).toContain(`the applicant, ${to}, is delivered`);
		expect(said).toMatch(/an alarm to \S+, is delivered/);
		expect(said).toContain('The next round removes it');
		const { data } = (await (await fetch(`${mail}/emails`)).json()) as { data: readonly Email[] };
		expect(data).toHaveLength(3);
		const letters = data.filter(({ to }) => to.includes(settings.projectLead.email));
		expect(letters.map(({ text }) => text).join()).toContain('PRØVE: Slet denne ansøgning');
		expect(data.map(({ subject }) => subject)).toContain('PRØVE: En alarm fra webstedet');

		const [id = ''] = (await outbox.names('entry')).filter((each) => !before.includes(each));
		expect((await outbox.read('entry', id))?.application?.email).toBe(to);
		type('r');
		await expect
			.poll(async () => (await outbox.read('entry', id))?.emails, { timeout: 30_000 })
			.toEqual({});
		expect((await outbox.read('entry', id))?.application).toBeUndefined();
	});
});

test.for([
	['--help', 0, ['ready', '--help'], 'npm run ready -- [--site'],
	['an unknown option', 2, ['ready', '--sitte', 'x'], 'npm run ready -- [--site'],
	['half an address', 1, ['ready', '--site', 'a.example'], '--site takes a whole address'],
	['a file that is not there', 1, ['ready', '--env', 'nowhere'], `open '${resolve('nowhere')}'`],
	['a rehearsal of no site', 1, ['rehearse'], 'Give the address of the site'],
	['a rehearsal without a mailbox', 1, ['rehearse', '--site', 'https://a.example'], '--to YOUR@'],
	[
		'a site that is not there',
		1,
		['rehearse', '--site', 'http://localhost:9'],
		'Does the site run',
	],
] as const)('golive, called with %s, says how it is called', async ([, wanted, args, said]) => {
	const { code, stdout, stderr } = await golive(...args);
	expect(code).toBe(wanted);
	expect(stdout + stderr).toContain(said);
});
