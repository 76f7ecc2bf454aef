import * as z from 'zod/mini';
import site from '#content/settings/site.json' with { type: 'json' };

const filled = z.string().check(z.trim(), z.minLength(1));
/** What only the project lead knows. `null` until it is known, and then visibly marked on the page. */
const unknownYet = z.nullable(filled);
const phone = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));
const webAddress = z.url({ protocol: /^https$/ });

export const settingsSchema = z.strictObject({
	name: filled,
	district: filled,
	authority: z.strictObject({ name: filled, url: webAddress }),
	municipalities: z.array(filled).check(z.minLength(1)),
	projectLead: z.strictObject({ name: filled, title: filled, email: z.email(), phone }),
	emergency: z.strictObject({ number: filled, name: filled }),
	service: z.strictObject({ number: filled, name: filled }),
	accessibilityStatement: z.nullable(webAddress),
	privacy: z.strictObject({
		controller: unknownYet,
		dataProtectionOfficer: unknownYet,
		legalBasis: unknownYet,
		recipients: unknownYet,
		retention: unknownYet,
		registerCheck: unknownYet,
	}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The facts of `content/settings/site.json`; the build stops where one is missing or misspelt. */
export const settings: Settings = settingsSchema.parse(site);
