import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect, test as base } from 'vitest';
import { settings } from '#content/settings.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { openLocalBlobs } from '../../scripts/local-blobs.ts';
import type { Email } from '../support/mailbox.ts';

interface Served {
	site: string;
	/** Where the e-mails are. */
	mail: string;
	/** Types something and Enter. */
	type: (text: string) => void;
}

/** What `npm start` serves, on ports of its own. */
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

async function rehearse(site: string, to: string): Promise<string> {
	const args = ['scripts/golive.ts', 'rehearse', '--site', site, '--to', to];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	return stdout;
}

test('a rehearsal sees both letters and an alarm arrive, and leaves nothing behind', async ({
	served: { site, mail, type },
}) => {
	const port = Number(new URL(site).port);
	const blobs = await openLocalBlobs(port);
	const { OUTBOX_KEY = '' } = localEnvironment('');
	const outbox = outboxOf({ OUTBOX_KEY: [OUTBOX_KEY] }, 'local');
	const before = await outbox.ids();
	// One mailbox gets three receipts a day, and an engineer's own storage may know this one.
	const to = `mig-${Date.now()}@eksempel.dk`;
	const said = await rehearse(site, to);
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

	const [id = ''] = (await outbox.ids()).filter((each) => !before.includes(each));
	expect((await outbox.read(id))?.application?.email).toBe(to);
	type('r');
	await expect.poll(async () => (await outbox.read(id))?.emails, { timeout: 30_000 }).toEqual({});
	expect((await outbox.read(id))?.application).toBeUndefined();
	await blobs.stop();
});
