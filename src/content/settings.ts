import * as z from 'zod/mini';
import site from '../../content/settings/site.json' with { type: 'json' };
import { forms, settingFields } from '#content/rules.ts';

const filled = z.string().check(z.trim(), z.minLength(1));
/** What only the project lead knows. `null` until it is known, and then visibly marked on the page. */
const unknownYet = z.nullable(filled);
const shaped = (form: keyof typeof forms) =>
	z.string().check(z.regex(forms[form].pattern, forms[form].message));
const webAddress = shaped('webAddress');

export const settingsSchema = z.strictObject({
	name: filled,
	district: filled,
	authority: z.strictObject({ name: filled, url: webAddress }),
	municipalities: z.array(filled).check(z.minLength(1)),
	projectLead: z.strictObject({
		name: filled,
		title: filled,
		email: shaped('email'),
		phone: shaped('phone'),
	}),
	emergency: z.strictObject({ number: shaped('shortNumber'), name: filled }),
	service: z.strictObject({ number: shaped('shortNumber'), name: filled }),
	accessibilityStatement: z.nullable(webAddress),
	privacy: z.strictObject({
		controller: unknownYet,
		dataProtectionOfficer: unknownYet,
		legalBasis: unknownYet,
		recipients: unknownYet,
		retention: unknownYet,
		registerCheck: unknownYet,
	}),
	/** Where "Ret denne side" leads, and the project at GitHub as owner/name. */
	editing: z.strictObject({
		link: z.nullable(
			z.enum(Object.keys(settingFields.editing.fields.link.choices) as ['editor', 'github']),
		),
		repository: z.nullable(shaped('repository')),
	}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The facts of `content/settings/site.json`; the build stops where one is missing or misspelt. */
export const settings: Settings = settingsSchema.parse(site);
