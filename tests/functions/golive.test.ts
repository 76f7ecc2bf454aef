import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, test as base } from 'vitest';
import { settings } from '#content/settings.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { openLocalBlobs } from '../../scripts/local-blobs.ts';
import { judged } from '../../scripts/ready/check.ts';
import { liveChecks, lookAtSite } from '../../scripts/ready/live.ts';
import type { Email } from '../support/mailbox.ts';

interface Served {
	site: string;
	/** Where the e-mails are. */
	mail: string;
	/** Types something and Enter. */
	type: (text: string) => void;
}

/** What `npm start` serves. */
const test = base.extend<{ served: Served }>({
	served: async ({}, use) => {
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
});

const golive = (...args: string[]) =>
	promisify(execFile)(process.execPath, ['scripts/golive.ts', ...args]).catch(
		(error: unknown) => error as { code: number; stdout: string; stderr: string },
	);

test('npm run ready sees a running site as a visitor and as the monitor do', async ({ served }) => {
	const seen = await lookAtSite(served.site);
	expect(seen.health.body).toContain('"lastRoundMinutes"');
	const results = await judged(liveChecks, () => seen);
	const whats = (state: string) =>
		results.filter((each) => each.state === state).map(({ what }) => what);
	expect(whats('right')).toContain('Pages have every header that protects them');
	expect(whats('right')).toContain('No cookie is set');
	expect(whats('wrong')).toContain('Without https, a visitor is led to https');
});

test.for([
	[503, 'The site answers 503.'],
	[401, 'The project is private'],
	['no', 'does not answer from here.'],
] as const)('a site with the answer %s to a visitor has shown nothing', async ([status, why]) => {
	const server = createServer((_, response) => response.writeHead(Number(status)).end());
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	if (status === 'no') server.close();
	await expect(lookAtSite(`http://127.0.0.1:${port}`)).rejects.toThrow(why);
	server.close();
	server.closeAllConnections();
});

test('a rehearsal sees both letters and an alarm arrive, and leaves nothing behind', async ({
	served: { site, mail, type },
}) => {
	const blobs = await openLocalBlobs(Number(new URL(site).port));
	const { OUTBOX_KEY = '' } = localEnvironment('');
	const outbox = outboxOf({ OUTBOX_KEY: [OUTBOX_KEY] }, 'local');
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
	await blobs.stop();
});

test.for([
	['--help', ['ready', '--help'], undefined, 'npm run ready -- [--site'],
	['an unknown option', ['ready', '--sitte', 'x'], 2, "Unknown option '--sitte'"],
	['an address without --site', ['ready', 'https://a.example'], 2, 'https://a.example'],
	['half an address', ['ready', '--site', 'a.example'], 2, '--site takes a whole address'],
	['a file that is not there', ['ready', '--env', 'nowhere'], 2, 'nowhere cannot be read'],
	['a rehearsal of no site', ['rehearse'], 2, 'Name the site'],
	['a rehearsal without a mailbox', ['rehearse', '--site', 'https://a.example'], 2, '--to YOUR@'],
] as const)('golive, called with %s, says how it is called', async ([, args, code, said]) => {
	const answer = await golive(...args);
	expect('code' in answer ? answer.code : undefined).toBe(code);
	expect(answer.stdout + answer.stderr).toContain(said);
});
