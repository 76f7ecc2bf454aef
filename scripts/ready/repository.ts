import { missingSettings } from '#application/confirming/opening.ts';
import type { Settings } from '#content/settings.ts';
import { must, type Result, should } from './check.ts';

/**
 * What is entered in the repository.
 *
 * @param settings the facts in `content/settings/site.json`, which editors change at /admin/
 * @param owners the text of CODEOWNERS
 */
export function repository(settings: Settings, owners: string): Result[] {
	const { closed, practical, accessibilityStatement: address } = settings;
	const missing = missingSettings(settings);
	const unanswered = Object.entries(practical).flatMap(([name, answer]) =>
		answer === null ? name : [],
	);
	return [
		must(
			'Every fact is set without which the site takes no applications',
			missing.length === 0,
			`Set ${missing.join(', ')}: docs/operations.md, "Before the hour" and step 6.`,
		),
		must(
			'CODEOWNERS names people',
			!owners.includes('@OWNER'),
			'Write two teams of the organisation in place of @OWNER/…: docs/operations.md, step 4.',
		),
		should(
			'Staff have not closed the site',
			closed === null,
			'Empty `closed`, if the time has come.',
		),
		should(
			'What people ask before they apply is answered',
			unanswered.length === 0,
			`Ask the project lead about ${unanswered.join(', ')} (practical).`,
		),
		should(
			'The accessibility statement is published',
			address?.startsWith('https://was.digst.dk/') === true,
			'Make it in WAS-Tool, and set accessibilityStatement to its address on was.digst.dk.',
		),
	];
}
