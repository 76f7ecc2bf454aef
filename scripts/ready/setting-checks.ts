import { missingSettings } from '#application/confirming/opening.ts';
import type { Settings } from '#content/settings.ts';
import { type Check, must, should } from './check.ts';

/** The facts in `content/settings/site.json`. Editors change them at /admin/. */
export const settingChecks: readonly Check<Settings>[] = [
	must(
		'Every fact is set without which the site takes no applications',
		(settings) => missingSettings(settings).length === 0,
		(settings) =>
			`Set ${missingSettings(settings).join(', ')}: docs/operations.md, "Before the hour" and step 6.`,
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
];
