import site from '../../content/settings/site.json' with { type: 'json' };
import { type Settings, settingsSchema } from '#content/schema/site-settings.ts';

export type { Settings };

export interface SiteSettings extends Settings {
	/** A staging site says so on every page and in every e-mail. */
	isStaging: boolean;
}

/**
 * Reads the settings. On a staging site, a project of its own at Netlify, `STAGING_LEAD` in the environment of the
 * build names the mailbox that stands in for the project lead's.
 *
 * @param environment Netlify sets `URL` to the main address of the site while it builds
 * @throws if a setting is missing or misspelt, or if `STAGING_LEAD` is set on another site: an application to the
 * police may reach no other mailbox
 */
export function readSettings(
	file: { projectLead: object },
	{ STAGING_LEAD: email, URL: address = '' }: Readonly<Record<string, string | undefined>>,
): SiteSettings {
	if (!email) return { ...settingsSchema.parse(file), isStaging: false };
	if (!URL.parse(address)?.hostname.endsWith('-staging.netlify.app')) {
		throw new Error(
			'STAGING_LEAD is set, but this is no staging site: its name must end with -staging, and it has no other domain. Remove STAGING_LEAD.',
		);
	}
	const projectLead = { ...file.projectLead, email };
	return { ...settingsSchema.parse({ ...file, projectLead }), isStaging: true };
}

/** The facts of `content/settings/site.json`; the build stops where one is missing or misspelt. */
export const settings: SiteSettings = readSettings(site, process.env);
