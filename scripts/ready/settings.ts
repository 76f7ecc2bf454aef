import { lacking } from '#application/confirming/opening.ts';
import type { Settings } from '#content/settings.ts';
import { type Check, unless } from './check.ts';

const privacy: Record<keyof Settings['privacy'], string> = {
	controller: 'who is the controller',
	dataProtectionOfficer: 'how to reach the data protection officer',
	legalBasis: 'the legal basis',
	recipients: 'who else gets the answers, Netlify and Resend among them',
	retention: 'how long applications are kept',
	registerCheck: 'whether applicants are looked up in registers',
};

const facts = Object.entries(privacy).map(([name, fact]): Check<Settings> => ({
	what: `Applicants are told ${fact}`,
	judge: (settings) =>
		unless(
			!lacking(settings).includes(`privacy.${name}`),
			`Set privacy.${name}, in the words of the data protection officer.`,
		),
}));

/** What stands in `content/settings/site.json`. Editors change it at /admin/. */
export const settingChecks: readonly Check<Settings>[] = [
	{
		what: 'Applications go to a mailbox of the police',
		judge: (settings) =>
			unless(
				!lacking(settings).includes('projectLead.email'),
				'Set projectLead.email, or let an engineer add the domain in opening.ts.',
			),
	},
	{
		what: 'Alarms go to a mailbox on another domain',
		judge: (settings) =>
			unless(
				!lacking(settings).includes('mailboxes.alarms'),
				'Set mailboxes.alarms. When the domain of the project lead refuses e-mail, the alarm must arrive.',
			),
	},
	...facts,
	{
		what: 'What people ask before they apply is answered',
		judge: ({ practical }) =>
			unless(
				!Object.values(practical).includes(null),
				`Ask the project lead about ${Object.keys(practical).join(', ')} (practical).`,
			),
	},
	{
		what: 'The accessibility statement is published',
		judge: ({ accessibilityStatement: address }) =>
			unless(
				address?.startsWith('https://was.digst.dk/') === true,
				'Make it in WAS-Tool, and set accessibilityStatement to its address on was.digst.dk.',
			),
	},
	{
		what: 'Somebody reads what is found out about holes in the site',
		judge: ({ mailboxes }) =>
			unless(
				mailboxes.security !== null,
				'Set mailboxes.security to a mailbox that is read; SECURITY.md and security.txt lead to it.',
			),
	},
	{
		what: 'Staff can sign in to the editor',
		judge: ({ editing }) =>
			unless(editing.repository !== null, 'Set editing.repository; see "The editor: signing in".'),
	},
];
