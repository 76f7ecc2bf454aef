// Rehearses an application on a running site, from the form to the mailboxes. `npm run rehearse -- ADDRESS` runs it;
// docs/operations.md says when.
import { parseArgs } from 'node:util';
import { environment } from '#netlify/adapters/env.ts';
import { outboxPorts } from '#netlify/adapters/services.ts';
import { openLocalBlobs } from './local-blobs.ts';
import { localEnvironment } from './local-environment.ts';
import { netlifyAccess } from './netlify-access.ts';
import { rehearse } from './rehearse/rehearsal.ts';
import { settingsIn } from './settings-file.ts';

const usage = `npm run rehearse -- https://ADDRESS --to YOUR@MAILBOX [--env FILE]

Sends one application, marked as a rehearsal, and removes it. Needs the functions' settings, NETLIFY_SITE_ID and
NETLIFY_AUTH_TOKEN in the environment or the file; for the site of npm start, nothing.`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { to: { type: 'string' }, env: { type: 'string' } },
});
if (values.env) Object.assign(process.env, settingsIn(values.env));
const site = URL.parse(positionals[0] ?? '');
const isLocal = site?.hostname === 'localhost' || site?.hostname === '127.0.0.1';
const to = values.to ?? (isLocal ? `proeve-${Date.now()}@tryghedsambassadoer.example` : undefined);

if (!site || !to) {
	console.error(usage);
	process.exitCode = 2;
} else {
	await onSite(site, to).catch((error: unknown) => {
		console.error(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	});
}

async function onSite(address: URL, mailbox: string): Promise<void> {
	const port = Number(address.port);
	if (isLocal) Object.assign(process.env, localEnvironment(`http://localhost:${port + 1}`));
	const blobs = isLocal ? await openLocalBlobs(port) : null;
	try {
		const ports = isLocal
			? outboxPorts(environment(), 'local')
			: outboxPorts(environment(), 'production', netlifyAccess());
		await rehearse(address, mailbox, ports, (what) => {
			console.log(`  ✓ ${what}`);
		});
		console.log(`
Now ask three people: the project lead, and whoever reads ${mailbox} and ${ports.alarmMailbox}. Each must have an
e-mail marked PRØVE, in the inbox and not among the spam. They may delete it.`);
	} finally {
		await blobs?.stop();
	}
}
