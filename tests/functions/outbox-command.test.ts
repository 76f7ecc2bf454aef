import { expect } from 'vitest';
import { settings } from '#content/settings.ts';
import { environment } from '#netlify/adapters/env.ts';
import { services } from '#netlify/adapters/services.ts';
import { runCommand } from '../../scripts/outbox-commands.ts';
import { anApplication } from '../support/application.ts';
import { runSchedule, tell } from '../support/delivery.ts';
import { test } from '../support/functions.ts';

const day = 24 * 60 * 60_000;

async function outbox(...args: string[]): Promise<string> {
	const lines: string[] = [];
	const ports = services(environment(), 'local');
	await runCommand(args, ports, (line) => lines.push(line));
	return lines.join('\n');
}

test('lists what is kept and what it waits for, and shows what has happened', async ({
	functions,
	blobs,
}) => {
	const reference = await functions.apply(anApplication());
	expect(await outbox('list')).toMatch(new RegExp(`^${reference} {2}next step .*\n1 kept$`));
	const [application = ''] = await blobs.applications();
	await tell({ type: 'email.delivered', application });
	expect(await outbox('list')).toContain('delivered; waits for its deletion');
	const shown = await outbox('show', reference.toLowerCase());
	expect(shown).toContain('"kind":"attempted"');
	expect(shown).toContain('"kind":"delivered"');
	expect(shown).not.toContain('Müller');
});

test('exports the answers of one application', async ({ functions }) => {
	const reference = await functions.apply(anApplication());
	expect(JSON.parse(await outbox('export', reference))).toMatchObject({
		name: 'Søren Å. Müller-Østergård',
	});
});

test('retries a bounced application only when it is meant, and says that it may be a repeat', async ({
	functions,
	blobs,
	mailbox,
}) => {
	const reference = await functions.apply(anApplication());
	const [application = ''] = await blobs.applications();
	await tell({ type: 'email.bounced', application, at: Date.now() - 1000 });
	expect(await outbox('list')).toContain('ALARM bounced');
	const before = await blobs.stored();
	expect(await outbox('retry', reference)).toContain('Say --yes');
	expect(await blobs.stored()).toEqual(before);
	await outbox('retry', reference, '--yes');
	await runSchedule();
	const subjects = (await mailbox.emailsTo(settings.projectLead.email)).map(
		({ subject }) => subject,
	);
	expect(subjects).toEqual([
		`Ny ansøgning ${reference}`,
		`Ny ansøgning ${reference} (måske sendt før)`,
	]);
});

test('gives up an application on the decision of a named person, and it is deleted after a week', async ({
	functions,
	blobs,
	mailbox,
	clock,
}) => {
	await mailbox.close();
	const reference = await functions.apply(anApplication());
	await mailbox.reopen();
	await expect(outbox('abandon', reference, '--yes')).rejects.toThrow('--by NAME');
	expect(await outbox('abandon', reference, '--by', 'KL')).toContain('Say --yes');
	await outbox('abandon', reference, '--by', 'KL', '--yes');
	clock.forward(day);
	await runSchedule();
	expect(await mailbox.emails()).toEqual([]);
	expect(await blobs.applications()).toHaveLength(1);
	clock.forward(7 * day);
	clock.forward(60 * 60_000 - (Date.now() % (60 * 60_000)));
	await runSchedule();
	expect(await blobs.applications()).toEqual([]);
});

test('an unknown command shows how it is used, and an unknown reference says so', async () => {
	expect(await outbox('help')).toContain('npm run outbox -- COMMAND');
	await expect(outbox('show', 'AAAA-AAAA')).rejects.toThrow('no application with the reference');
});
