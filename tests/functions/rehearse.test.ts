import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as base } from 'vitest';
import { settings } from '#content/settings.ts';
import type { Email } from '../support/mailbox.ts';

interface Served {
	site: string;
	/** Where the e-mails are. */
	mail: string;
}

/** What `npm start` serves, on ports of its own. */
const test = base.extend<{ served: Served }>({
	served: async ({}, use) => {
		const child = fork('scripts/serve.ts', {
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
		await use({ site, mail });
		child.disconnect();
		await once(child, 'exit');
	},
});

async function rehearse(...args: string[]): Promise<string> {
	const { stdout } = await promisify(execFile)(process.execPath, ['scripts/rehearse.ts', ...args]);
	return stdout;
}

/** What the site keeps, which may be an engineer's own. */
async function applicationsOf(site: string): Promise<string[]> {
	const folder = join(
		'.netlify',
		'local',
		new URL(site).port,
		'.netlify',
		'blobs-serve',
		'entries',
	);
	const files = await readdir(folder, { recursive: true }).catch(() => []);
	return files.filter((file) => file.includes('application/')).sort();
}

test('a rehearsal sees both letters and an alarm arrive, and leaves nothing behind', async ({
	served: { site, mail },
}) => {
	const before = await applicationsOf(site);
	// One mailbox gets one receipt a day, and an engineer's own storage may know this one.
	const to = `mig-${Date.now()}@eksempel.dk`;
	const said = await rehearse(site, '--to', to);
	expect(await applicationsOf(site)).toEqual(before);
	expect(said).not.toContain('✗');
	expect(said).toContain(`the project lead, ${settings.projectLead.email}, is delivered`);
	expect(said).toContain(`the applicant, ${to}, is delivered`);
	expect(said).toMatch(/an alarm to \S+, is delivered/);
	expect(said).toContain('is removed');
	const { data } = (await (await fetch(`${mail}/emails`)).json()) as { data: readonly Email[] };
	expect(data).toHaveLength(3);
	const letters = data.filter(({ to }) => to.includes(settings.projectLead.email));
	expect(letters.map(({ text }) => text).join()).toContain('PRØVE: Slet denne ansøgning');
	expect(data.map(({ subject }) => subject)).toContain('PRØVE: En alarm fra webstedet');
	await expect(rehearse(site, '--to', to)).rejects.toThrow('has had a receipt today');
});

test('without an address it says how it is used', async () => {
	await expect(rehearse()).rejects.toThrow('npm run rehearse -- https://ADDRESS');
	await expect(rehearse('https://tryghed.example')).rejects.toThrow('--to YOUR@MAILBOX');
});
