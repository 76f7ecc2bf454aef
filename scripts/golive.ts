// Whether this site can open (`npm run ready`), and whether it works (`npm run rehearse`). docs/operations.md says when.
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { domainOf } from '#application/asking/email-address.ts';
import { settings } from '#content/settings.ts';
import { given, judged, report } from './ready/check.ts';
import { dnsChecks, lookAtDns } from './ready/dns.ts';
import { environmentChecks } from './ready/environment.ts';
import { liveChecks, lookAtSite } from './ready/live.ts';
import { settingChecks } from './ready/setting-checks.ts';
import { lookAtVendors } from './ready/vendors.ts';
import { isLocal, rehearseOn } from './rehearse.ts';
import { settingsIn } from './settings-file.ts';

const usage = `npm run ready -- [--site https://THE-SITE] [--env FILE]
    Lists what is missing before the site can open. Changes nothing; prints no value of a setting.
    Exit code: 0 ready, or only a "later" is left; 1 a "must" is not met; 4 a "must" was not seen;
    3 a "should" is not met or was not seen; 2 wrong arguments.

npm run rehearse -- --site https://THE-SITE --to YOUR@MAILBOX [--env FILE]
    Sends one application, marked as a rehearsal, follows its e-mails and an alarm, and removes it.
    For the site of npm start: npm run rehearse -- --site http://localhost:8888

--env FILE holds the settings of the functions and the keys of the vendors' APIs, as .env.example lists them.
Without it, they are taken from the environment.`;

const person = `
A person answers for the rest: the contracts with Netlify and Resend and the transfer assessment are signed; a preview
opens in a private window; the monitor asks /api/health; somebody reads the mailboxes of the alarms and of the lead.`;

const [command, ...rest] = process.argv.slice(2);
try {
	const { values } = parseArgs({
		args: rest,
		options: {
			env: { type: 'string' },
			help: { type: 'boolean' },
			site: { type: 'string' },
			to: { type: 'string' },
		},
	});
	const site = URL.parse(values.site ?? '');
	if (values.help) console.log(usage);
	else if (values.site !== undefined && !site) refuse('--site takes a whole address: https://…');
	else if (command === 'rehearse' && !site) refuse('Name the site: --site https://…');
	else if (command === 'rehearse' && site && !isLocal(site) && !values.to) {
		refuse('Name a mailbox that you can read: --to YOUR@MAILBOX');
	} else {
		if (values.env) Object.assign(process.env, settingsIn(values.env));
		if (command === 'rehearse' && site) await rehearseOn(site, values.to);
		else await ready(site);
	}
} catch (error) {
	if (isAboutArguments(error)) refuse(error.message);
	else {
		console.error(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	}
}

function isAboutArguments(error: unknown): error is Error {
	return (
		error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
	);
}

function refuse(why: string): void {
	console.error(`${why}\n\n${usage}`);
	process.exitCode = 2;
}

async function ready(site: URL | null): Promise<void> {
	const values = process.env;
	const sender = domainOf(values.MAIL_FROM ?? '');
	const noFile = 'Give a file with the settings of the functions: --env FILE.';
	const { GitHub, ...others } = await lookAtVendors(values, {
		functions: readdirSync('netlify/functions').map((file) => file.replace(/\.ts$/, '')),
		sender,
		site: site?.origin ?? '',
		repository: settings.editing.repository,
		owners: readFileSync('.github/CODEOWNERS', 'utf8'),
	});
	const { text, exitCode } = report({
		'Settings of the site': await judged(settingChecks, () => settings),
		'Settings of the functions': await judged(environmentChecks, () => {
			given(values.RESEND_API_KEY ?? values.OUTBOX_KEY, noFile);
			return { values, lead: settings.projectLead.email };
		}),
		...others,
		DNS: await judged(dnsChecks, () => lookAtDns(given(sender, noFile), site?.hostname)),
		GitHub,
		'The published site': await judged(liveChecks, () =>
			lookAtSite(given(site, 'Give the address of the site: --site https://…').href),
		),
	});
	console.log(text + person);
	process.exitCode = exitCode;
}
