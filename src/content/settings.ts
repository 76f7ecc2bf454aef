import site from '../../content/settings/site.json' with { type: 'json' };
import { type Settings, settingsSchema } from '#content/schema/settings.ts';

export type { Settings };

/** The facts of `content/settings/site.json`; the build stops where one is missing or misspelt. */
export const settings: Settings = settingsSchema.parse(site);
