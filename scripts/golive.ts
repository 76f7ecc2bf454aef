// Whether this site can open (`npm run ready`), and whether it works (`npm run rehearse`). docs/operations.md says when.
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { domainOf } from '#application/mail-domain.ts';
import { settings } from '#content/settings.ts';
import { common, readSettings, run } from './command.ts';
import { given, report, seen } from './ready/check.ts';
import { dns } from './ready/dns.ts';
import { environment } from './ready/environment.ts';
import { live } from './ready/live.ts';
import { repository } from './ready/repository.ts';
import { github, netlify, resend } from './ready/vendors.ts';
import { rehearseOn } from './rehearse.ts';

const usage = `npm run ready -- [--site https://THE-SITE] [--env FILE]
    Lists what is missing before the site can open. Changes nothing; prints no value of a setting.
    Exit code: 0 ready, or only a "later" is left; 1 a "must" is not met or was not seen; 3 a "should" is not;
    2 wrong arguments.

npm run rehearse -- --site https://THE-SITE --to YOUR@MAILBOX [--env FILE]
    Sends one application, marked as a rehearsal, follows its e-mails and an alarm, and removes it.
    For the site of npm start: npm run rehearse -- --site http://localhost:8888

--env FILE holds the settings of the functions and the keys of the vendors' APIs, as .env.example lists them.
Without it, they are taken from the environment.`;

const noSite = 'Give the address of the site: --site https://…';
const person = `
A person answers for the rest: the contracts with Netlify and Resend and the transfer assessment are signed; a preview
opens in a private window; the monitor asks /api/health; somebody reads the mailboxes of the alarms and of the lead.`;

await run(usage, async () => {
	const [command, ...args] = process.argv.slice(2);
	const options = { ...common, site: { type: 'string' }, to: { type: 'string' } } as const;
	const { values } = parseArgs({ args, options });
	if (values.help) {
		console.log(usage);
		return;
	}
	readSettings(values.env);
	const site = URL.parse(values.site ?? '');
	if (values.site && !site) throw new Error('--site takes a whole address: https://…');
	await (command === 'ready' ? ready(site) : rehearseOn(given(site, noSite), values.to));
});

async function ready(address: URL | null): Promise<void> {
	const keys = process.env;
	const sender = domainOf(keys.MAIL_FROM ?? '');
	const noFile = 'Give a file with the settings of the functions: --env FILE.';
	const site = () => given(address, noSite);
	const functions = readdirSync('netlify/functions').map((file) => file.replace(/\.ts$/, ''));
	const { text, exitCode } = report({
		'The repository': repository(settings, readFileSync('.github/CODEOWNERS', 'utf8')),
		'Settings of the functions': await seen(() => {
			given(keys.RESEND_API_KEY ?? keys.OUTBOX_KEY, noFile);
			return environment(keys, settings.projectLead.email);
		}),
		Netlify: await seen(() => netlify(keys, functions)),
		Resend: await seen(() => resend(keys, sender, site().origin)),
		DNS: await seen(() => dns(given(sender, noFile), site().hostname)),
		GitHub: await seen(() => github(keys, settings.editing.repository)),
		'The published site': await seen(() => live(site())),
	});
	console.log(text + person);
	process.exitCode = exitCode;
}
