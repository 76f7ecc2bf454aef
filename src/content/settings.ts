import site from '../../content/settings/site.json' with { type: 'json' };
import type { Settings } from '#content/schema/settings.ts';
import { readSettings, type SiteSettings } from '#content/staging.ts';

export type { Settings };

/** The facts of `content/settings/site.json`; the build stops where one is missing or misspelt. */
export const settings: SiteSettings = readSettings(site, process.env);
