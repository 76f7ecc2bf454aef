import * as z from 'zod/mini';
import { ask, follow } from './ask.ts';
import { type Check, judged, must, type Result, should } from './check.ts';

/** Both forms are those of netlify/open-api (swagger.yml, May 2026). */
const siteForm = z.object({
	account_id: z.string(),
	published_deploy: z.nullish(
		z.object({
			functions_region: z.nullish(z.string()),
			functions_region_overrides: z.nullish(
				z.array(z.object({ name: z.string(), region: z.string() })),
			),
		}),
	),
});
const variablesForm = z.array(
	z.object({
		key: z.string(),
		scopes: z.array(z.string()),
		is_secret: z.optional(z.boolean()),
		values: z.array(z.object({ context: z.string() })),
	}),
);
type Variable = z.infer<typeof variablesForm>[number];

/** Frankfurt, as Netlify names it. */
const region = 'fra';

/** @param functions the names of the functions that are deployed */
function siteChecks(functions: readonly string[]): readonly Check<z.infer<typeof siteForm>>[] {
	return [
		must(
			'Every function runs in Frankfurt',
			({ published_deploy: deploy }) => {
				if (!deploy?.functions_region) return undefined;
				const own = new Map(
					deploy.functions_region_overrides?.map(({ name, region }) => [name, region]),
				);
				return functions.every((name) => (own.get(name) ?? deploy.functions_region) === region);
			},
			'Publish the newest commit: each function names its region in its `config`.',
		),
	];
}

/** @param names the settings of the functions */
function variableChecks(names: readonly string[]): readonly Check<readonly Variable[]>[] {
	const bad = (variables: readonly Variable[], isBad: (variable: Variable) => boolean) =>
		variables.filter((each) => names.includes(each.key) && isBad(each)).map(({ key }) => key);
	const isWide = ({ scopes, values }: Variable) =>
		scopes.join() !== 'functions' || values.some(({ context }) => context !== 'production');
	const isOpen = ({ key, is_secret: isSecret }: Variable) => !isSecret && key !== 'MAIL_FROM';
	const missing = (variables: readonly Variable[]) =>
		names.filter((name) => !variables.some(({ key }) => key === name));
	return [
		must(
			'Netlify has every setting of the functions',
			(variables) => missing(variables).length === 0,
			(variables) => `Missing: ${missing(variables).join(', ')}. See docs/operations.md, step 3.`,
		),
		must(
			'Only the functions of the published site can read them',
			(variables) => bad(variables, isWide).length === 0,
			(variables) =>
				`Set scope Functions and context Production, and nothing else: ${bad(variables, isWide).join(', ')}.`,
		),
		should(
			'Nobody can read the secret ones again at Netlify',
			(variables) => bad(variables, isOpen).length === 0,
			(variables) => `Set again with --secret: ${bad(variables, isOpen).join(', ')}.`,
		),
	];
}

/** Judges what Netlify's API says of the project. */
export async function lookAtNetlify(
	{ NETLIFY_SITE_ID: id, NETLIFY_AUTH_TOKEN: token }: NodeJS.Dict<string>,
	{ functions, names }: { functions: readonly string[]; names: readonly string[] },
	api = 'https://api.netlify.com/api/v1',
): Promise<Result[]> {
	const site =
		id && token
			? await ask(`${api}/sites/${id}`, token, siteForm)
			: { why: 'Set NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file.' };
	const variables = await follow(site, ({ account_id: account }) =>
		ask(`${api}/accounts/${account}/env?site_id=${id}`, token, variablesForm),
	);
	return [...judged(siteChecks(functions), site), ...judged(variableChecks(names), variables)];
}
