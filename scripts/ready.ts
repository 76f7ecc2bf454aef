// Tells whether this site could be opened to the public. `npm run ready` runs it; docs/operations.md is the way
// there. It changes nothing, shows no value of a setting, and works without a network.
import { parseArgs } from 'node:util';
import { domainOf } from '#application/asking/domain.ts';
import { settings } from '#content/settings.ts';
import { securityHeaders } from '#site/headers.ts';
import { storageRegion } from '#netlify/adapters/store.ts';
import { localEnvironment } from './local-environment.ts';
import { type Check, judged, listOf, right, unless } from './ready/check.ts';
import { dnsChecks } from './ready/dns.ts';
import { type Environment, environmentChecks } from './ready/environment.ts';
import { liveChecks } from './ready/live.ts';
import { lookAtDns, lookAtSite } from './ready/look.ts';
import { settingChecks } from './ready/settings.ts';
import { settingsIn } from './settings-file.ts';

const { values: options } = parseArgs({
	options: { env: { type: 'string' }, site: { type: 'string' } },
});
const given = options.env ? settingsIn(options.env) : process.env;
const environment: Environment | null =
	options.env || given.RESEND_API_KEY || given.OUTBOX_KEY
		? { values: given, lead: settings.projectLead.email, publicKeys: publicKeys() }
		: null;
const sender = domainOf(given.MAIL_FROM ?? '');
const site = URL.parse(options.site ?? '');
if (options.site !== undefined && !site) {
	console.error('--site takes a whole address, as https://…');
	process.exit(2);
}

const region: readonly Check<string>[] = [
	{
		what: 'What is stored lies in the EU',
		judge: (place) => unless(place.startsWith('eu-'), 'Set it back in netlify/adapters/store.ts.'),
	},
];

/** What no program here can see. */
const byHand = [
	'Netlify: the functions run in Frankfurt (Project configuration → Functions → Region)',
	'Netlify: the settings are of the Production context and the Functions scope only',
	'Resend: TLS is enforced, open and click tracking are off (Domains → Configuration)',
	'Contracts with Netlify and Resend, and the transfer assessment, are signed',
	'GitHub: the ruleset of main asks for a pull request, its checks and the code owners',
	'Somebody other than the project lead reads the mailbox of the alarms',
].map((what) => ({ what, judge: () => right }));

const noEnvironment = 'give a file with them, npm run ready -- --env FILE';
const groups = [
	judged('Settings of the site', settingChecks, settings),
	judged('Settings of the functions', environmentChecks, environment, noEnvironment),
	judged('Storage', region, storageRegion),
	judged(
		'DNS',
		dnsChecks,
		sender ? await lookAtDns(sender, site?.hostname) : null,
		sender
			? 'the DNS does not answer every question from here; try again, or on another network'
			: `without MAIL_FROM; ${noEnvironment}`,
	),
	judged(
		'The published site',
		liveChecks(Object.keys(securityHeaders([]))),
		site ? await lookAtSite(site.href) : null,
		site ? `${site.host} does not answer from here` : 'give its address, --site https://…',
	),
	judged('For a person to look at', byHand, null, 'no program can; tick them off yourself'),
];
console.log(listOf(groups));
process.exitCode = groups.some(({ wrong }) => wrong.length > 0) ? 1 : 0;

function publicKeys(): string[] {
	const { FORM_SECRET = '', OUTBOX_KEY = '' } = localEnvironment('');
	return [FORM_SECRET, OUTBOX_KEY.split(':')[1] ?? ''];
}
