import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { honeypot } from '#application/form/parts.tsx';
import { settings } from '#content/settings.ts';
import { environment } from '#netlify/adapters/env.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { paths } from '#site/paths.ts';
import { readOrder } from '../../scripts/outbox-commands.ts';
import { aMunicipality, anApplication } from '../support/application.ts';
import { runSchedule, postEvent } from '../support/delivery.ts';
import { type Functions, test } from '../support/functions.ts';

const minute = 60_000;
const hour = 60 * minute;
const time = /\d{4}-\d\d-\d\d \d\d:\d\d/;

/** What a command prints. `fast` is how many milliseconds the clock of the laptop is ahead. */
async function outbox(command: string, fast = 0): Promise<string> {
	const lines: string[] = [];
	await readOrder(command.split(' ')).work?.({
		outbox: outboxOf(environment(), 'local'),
		now: () => Date.now() + fast,
		print: (line) => lines.push(line),
	});
	return lines.join('\n');
}

/** Sends answers with the hidden field filled in. */
async function applyAsRobot(functions: Functions, area: string): Promise<void> {
	const fields = await functions.checked(anApplication({ area }));
	await functions.post(paths.submit, { ...fields, [honeypot]: 'x' });
}

test('status and list say what waits and what happens next; show says no answers', async ({
	functions,
	blobs,
}) => {
	const reference = await functions.apply(anApplication());
	const [id = ''] = await blobs.applications();
	expect(await outbox('list')).toMatch(
		new RegExp(`^${reference} {2}${time.source} {2}sent\n1 stored$`),
	);
	expect(await outbox('status')).toMatch(
		/^1 stored: 1 waiting, 0 done\n.*\nnothing is sent or deleted here: no round has run$/,
	);
	// As after a rehearsal whose alarm has arrived.
	await postEvent({ type: 'email.delivered', about: { notice: 'alarms' } });
	expect(await outbox('status')).toContain('is sent or deleted here: no round has run');
	await postEvent({ type: 'email.bounced', about: { id, email: 'lead' }, at: Date.now() - minute });
	await runSchedule();
	expect(await outbox('status')).toBe(
		[
			'1 stored: 1 waiting, 0 done',
			'ALARM bounced: 1; see docs/incidents.md',
			await outbox('list').then((list) => list.split('\n')[0]),
			'the latest round ran 0 minutes ago; the next one comes within five minutes',
		].join('\n'),
	);
	await postEvent({ type: 'email.delivered', about: { id } });
	expect(await outbox('list')).toMatch(/delivered; deleted after \d{4}/);
	expect(await outbox('status', hour)).toContain(
		'nothing is sent or deleted here: the latest round ran 60 minutes ago',
	);
	const shown = await outbox(`show ${reference.toLowerCase()}`);
	expect(shown).toMatch(new RegExp(`^ {2}lead$[^]*^ {4}deliveredAt: ${time.source}$`, 'm'));
	expect(shown).not.toContain('Müller');
});

test('times are Danish, as in letters, whatever the laptop says', async ({ functions }) => {
	const { TZ } = process.env;
	process.env.TZ = 'Pacific/Auckland';
	const reference = await functions.apply(anApplication());
	const { accepted } = JSON.parse(await outbox(`export ${reference}`)) as { accepted: string };
	const danish = { timeZone: 'Europe/Copenhagen', timeStyle: 'short' } as const;
	expect(accepted.slice(11)).toBe(new Intl.DateTimeFormat('sv-SE', danish).format(Date.now()));
	process.env.TZ = TZ;
});

test('export: one to the screen, all into a folder, and what cannot be opened is an error', async ({
	functions,
	set,
}) => {
	const folder = await mkdtemp(join(tmpdir(), 'export-'));
	const references = [
		await functions.apply(anApplication()),
		await functions.apply(anApplication({ area: 'Struer' })),
	];
	const [one = '', other = ''] = references;
	expect(JSON.parse(await outbox(`export ${one}`))).toMatchObject({ name: anApplication().name });
	await expect(outbox('export all')).rejects.toThrow('--to FOLDER');
	expect(await outbox(`export all --to ${folder}`)).toBe('2 exported');
	const written = await readFile(join(folder, `${other}.json`), 'utf8');
	expect(JSON.parse(written)).toMatchObject({ reference: other, area: 'Struer' });
	set({ OUTBOX_KEY: `other:${Buffer.alloc(32).toString('base64')}` });
	await expect(outbox(`export all --to ${folder}`)).rejects.toThrow('cannot be opened');
	await rm(folder, { recursive: true });
});

test('retry sends what bounced again, once and only when it is meant, and says that it may be a repeat', async ({
	functions,
	blobs,
	mailbox,
	clock,
}) => {
	const reference = await functions.apply(anApplication());
	const [id = ''] = await blobs.applications();
	await postEvent({ type: 'email.bounced', about: { id } });
	const before = await blobs.stored();
	expect(await outbox('retry bounced')).toContain(`${reference}. Add --yes to do it.`);
	expect(await blobs.stored()).toEqual(before);
	expect(await outbox('retry bounced --yes', hour)).toContain('lead is sent by the next round');
	for (let round = 0; round < 13; round++) {
		await runSchedule();
		clock.forward(10 * minute);
	}
	const emails = await mailbox.emailsTo(settings.projectLead.email);
	const subject = `Ny ansøgning ${reference}: ${settings.name}, ${aMunicipality}`;
	expect(emails.map((email) => email.subject)).toEqual([subject, `${subject} (måske sendt før)`]);
	await expect(outbox('retry bounced --yes')).rejects.toThrow('nothing is stored as "bounced"');
});

describe('discard', () => {
	test('is done by the next round, by the decision of a named person, and nothing is sent', async ({
		functions,
		blobs,
		mailbox,
		clock,
	}) => {
		await mailbox.close();
		const reference = await functions.apply(anApplication());
		const [id = ''] = await blobs.applications();
		await mailbox.reopen();
		await expect(outbox(`discard ${reference} --yes`)).rejects.toThrow('--by NAME');
		expect(await outbox(`discard ${reference} --by KL`)).toContain('Add --yes');
		const said = await outbox(`discard ${reference} --by KL --yes`);
		expect(said).toContain('discarded by KL; deleted by the next round');
		clock.forward(hour);
		await runSchedule();
		const entry = await outboxOf(environment(), 'local').read('entry', id);
		expect([entry?.application, entry?.emails]).toEqual([undefined, {}]);
		expect(await outbox('list')).toBe('0 stored');
		expect(await mailbox.emails()).toEqual([]);
	});

	test('takes all that the form marked and nothing else, and no other kind', async ({
		functions,
		mailbox,
	}) => {
		await mailbox.close();
		await applyAsRobot(functions, 'Struer');
		await applyAsRobot(functions, 'Lemvig');
		const person = await functions.apply(anApplication());
		const said = await outbox('discard marked --by KL --yes');
		expect(said.match(/discarded by KL/g)).toHaveLength(2);
		expect(said).not.toContain(person);
		for (const kind of ['marked', 'all', 'bounced']) {
			await expect(outbox(`discard ${kind} --by KL --yes`)).rejects.toThrow('nothing is stored');
		}
		await mailbox.reopen();
	});

	test('ends what cannot be opened too, which cannot be sent, and nobody takes it for lost', async ({
		functions,
		blobs,
		mailbox,
		set,
	}) => {
		const reference = await functions.apply(anApplication());
		await runSchedule();
		set({ OUTBOX_KEY: `other:${Buffer.alloc(32).toString('base64')}` });
		// Perhaps the key is only wrong here.
		const discard = `discard ${reference} --by KL --yes`;
		await expect(outbox(discard)).rejects.toThrow('is OUTBOX_KEY that of the functions?');
		await runSchedule();
		expect(await outbox('list')).toContain('ALARM unreadable');
		await expect(outbox(`retry ${reference} --yes`)).rejects.toThrow('cannot be opened');
		expect(await outbox(discard)).toBe(`${reference} is deleted`);
		expect(await blobs.applications()).toEqual([]);
		await runSchedule();
		expect((await mailbox.emails()).map(({ subject }) => subject).join()).not.toContain(
			'forsvundet',
		);
		expect(await outbox('status')).not.toContain('ALARM');
	});
});

test('--help says how it is used, as an unknown command does; an unknown reference is an error', async () => {
	const run = promisify(execFile);
	const { stdout } = await run(process.execPath, ['scripts/outbox.ts', '--help']);
	expect(stdout).toContain('npm run outbox -- COMMAND');
	const unknown = run(process.execPath, ['scripts/outbox.ts', '--local', 'tidy']);
	const stderr = `Not understood: --local tidy\n\n${stdout}`;
	await expect(unknown).rejects.toMatchObject({ code: 1, stderr });
	await expect(outbox('show AAAA-AAAA')).rejects.toThrow('nothing is stored as "AAAA-AAAA"');
});
