import { expect } from 'vitest';
import { honeypot } from '#application/form/honeypot.tsx';
import { settings } from '#content/settings.ts';
import { environment } from '#netlify/adapters/env.ts';
import { services } from '#netlify/adapters/services.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { keyless, sealWith } from '#netlify/adapters/seal.ts';
import { blobStore } from '#netlify/adapters/store.ts';
import { type Desk, runCommand } from '../../scripts/outbox-commands.ts';
import { aMunicipality, anApplication } from '../support/application.ts';
import { runSchedule, tell } from '../support/delivery.ts';
import { test } from '../support/functions.ts';

const day = 24 * 60 * 60_000;

async function outbox(...args: string[]): Promise<string> {
	const lines: string[] = [];
	await runCommand(args, aDesk(), (line) => lines.push(line));
	return lines.join('\n');
}

function aDesk(): Desk {
	const keys = process.env.OUTBOX_KEY?.split(',');
	return {
		outbox: outboxOn(blobStore('outbox-local'), keys ? sealWith(keys) : keyless),
		isChecked: keys !== undefined,
		now: Date.now,
		delivering: () => services(environment(), 'local'),
	};
}

test('lists what is kept and what it waits for, and shows what has happened', async ({
	functions,
	blobs,
}) => {
	const reference = await functions.apply(anApplication());
	expect(await outbox('list')).toMatch(
		new RegExp(`^${reference} {2}since 2\\d{3}-.*: waits until .*\n1 kept$`),
	);
	const [application = ''] = await blobs.applications();
	await tell({ type: 'email.delivered', application });
	expect(await outbox('list')).toContain('delivered; to be deleted after');
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
	const subject = `Ny ansøgning ${reference}: ${settings.name}, ${aMunicipality}`;
	expect(subjects).toEqual([subject, `${subject} (måske sendt før)`]);
});

test('says what a decision came to, whatever was decided before', async ({ functions, blobs }) => {
	const reference = await functions.apply(anApplication());
	const [application = ''] = await blobs.applications();
	const decisions = [
		['retry', `Done: ${reference} is now: lead: to be sent by the next sweep, try 2`],
		['abandon', `Done: ${reference} is now: given up; to be deleted after`],
		['retry', `Done: ${reference} is now: lead: to be sent by the next sweep, try 2`],
	] as const;
	await tell({ type: 'email.delivered', application, at: Date.now() + 1000 });
	for (const [command, answer] of decisions) {
		expect(await outbox(command, reference, '--by', 'KL', '--yes')).toContain(answer);
	}
});

test('does not pretend to send what cannot be opened, and can give it up', async ({
	functions,
	blobs,
	set,
	clock,
}) => {
	const reference = await functions.apply(anApplication());
	set({ OUTBOX_KEY: `other:${Buffer.from('x'.repeat(32)).toString('base64')}` });
	await expect(outbox('retry', reference, '--yes')).rejects.toThrow('cannot be opened');
	await expect(outbox('export', reference)).rejects.toThrow('cannot be opened');
	expect(await outbox('abandon', reference, '--by', 'KL', '--yes')).toContain('given up');
	clock.forward(8 * day);
	clock.forward(60 * 60_000 - (Date.now() % (60 * 60_000)));
	await runSchedule();
	expect(await blobs.applications()).toEqual([]);
});

test('settles all suspects at once', async ({ functions, mailbox, blobs }) => {
	await mailbox.close();
	const [one, other] = [anApplication(), anApplication({ area: 'Struer' })];
	for (const answers of [one, other]) {
		const fields = await functions.checked(answers);
		await functions.post('/ansoeg/send', { ...fields, [honeypot]: 'x' });
	}
	const person = await functions.apply(anApplication({ area: 'Lemvig' }));
	await mailbox.reopen();
	expect(await outbox('status')).toContain('3 kept: 1 waiting, 2 behind people');
	const said = await outbox('abandon', 'suspects', '--by', 'KL', '--yes');
	expect(said.match(/is now: given up/g)).toHaveLength(2);
	expect(said).not.toContain(person);
	expect(await blobs.applications()).toHaveLength(3);
	await expect(outbox('retry', 'suspects', '--yes')).rejects.toThrow('nothing with the reference');
});

test('tells in one screen what waits and what happens next, without the key too', async ({
	functions,
	blobs,
	set,
}) => {
	const reference = await functions.apply(anApplication());
	const [application = ''] = await blobs.applications();
	await tell({ type: 'email.bounced', application });
	await runSchedule();
	const shown = await outbox('status');
	expect(shown).toContain('1 kept: 1 waiting, 0 behind people, 0 in a digest, 0 done');
	expect(shown).toContain(`ALARM bounced: 1 (${reference})`);
	expect(shown).toContain('last sweep 0 minutes ago');
	expect(shown).toContain('next: a sweep within five minutes');
	set({ OUTBOX_KEY: undefined });
	expect(await outbox('status')).toContain(`ALARM bounced: 1 (${reference})`);
	expect(await outbox('list')).toContain('1 kept; without OUTBOX_KEY nothing is checked');
	await expect(outbox('export', reference)).rejects.toThrow('OUTBOX_KEY');
	await expect(outbox('retry', reference, '--yes')).rejects.toThrow('OUTBOX_KEY');
	await expect(outbox('sweep', '--yes')).rejects.toThrow('OUTBOX_KEY');
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
	await expect(outbox('show', 'AAAA-AAAA')).rejects.toThrow('nothing with the reference');
});
