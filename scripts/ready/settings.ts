import { missingSettings } from '#application/confirming/opening.ts';
import { settingLabel } from '#content/schema/settings.ts';
import { settings, type Settings } from '#content/settings.ts';
import { type Check, later, must, should } from './check.ts';

const has = (name: string) => (settings: Settings) => !missingSettings(settings).includes(name);

/** The facts in `content/settings/site.json`. Editors change them at /admin/. */
export const settingChecks: readonly Check<Settings>[] = [
	must(
		'Applications go to a mailbox of the police',
		has('projectLead.email'),
		'Set projectLead.email, or let an engineer add the domain in opening.ts.',
	),
	must(
		'Alarms go to a mailbox on another domain',
		has('mailboxes.alarms'),
		'Set mailboxes.alarms: an alarm must arrive even if the domain of the project lead refuses e-mail.',
	),
	...Object.keys(settings.privacy).map((name) =>
		must(
			`Applicants are informed: ${settingLabel(`privacy.${name}`)}`,
			has(`privacy.${name}`),
			`Set privacy.${name}, in the words of the data protection officer.`,
		),
	),
	should(
		'Staff have not closed the site',
		({ closed }) => closed === null,
		'Empty `closed`, if the time has come.',
	),
	should(
		'What people ask before they apply is answered',
		({ practical }) => !Object.values(practical).includes(null),
		({ practical }) =>
			`Ask the project lead about ${Object.keys(practical).join(', ')} (practical).`,
	),
	should(
		'The accessibility statement is published',
		({ accessibilityStatement: address }) => address?.startsWith('https://was.digst.dk/') === true,
		'Make it in WAS-Tool, and set accessibilityStatement to its address on was.digst.dk.',
	),
	should(
		'Somebody reads reports of security holes',
		({ mailboxes }) => mailboxes.security !== null,
		'Set mailboxes.security to a mailbox that is read; SECURITY.md and security.txt lead to it.',
	),
	later(
		'Staff can sign in to the editor',
		({ editing }) => editing.repository !== null,
		'Set editing.repository: docs/operations.md, step 5.',
	),
];
