// What the APIs of Netlify, Resend and GitHub say. The forms of their answers hold only the part that is used.
import * as z from 'zod/mini';
import { readEnvironment } from '#netlify/adapters/env.ts';
import { events } from '#netlify/adapters/resend-event.ts';
import ruleset from '../../.github/ruleset.json' with { type: 'json' };
import { given, must, type Result, should } from './check.ts';

/** The keys of `.env.example`. */
type Keys = NodeJS.Dict<string>;

/** As in netlify/open-api (swagger.yml, May 2026). */
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
const settingsForm = z.array(
	z.object({
		key: z.string(),
		scopes: z.array(z.string()),
		is_secret: z.optional(z.boolean()),
		values: z.array(z.object({ context: z.string() })),
	}),
);

/** @param functions the names of the deployed functions */
export async function netlify(keys: Keys, functions: readonly string[]): Promise<Result[]> {
	const noToken = 'Set NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file.';
	const id = given(keys.NETLIFY_SITE_ID, noToken);
	const token = given(keys.NETLIFY_AUTH_TOKEN, noToken);
	const at = 'https://api.netlify.com/api/v1';
	const site = await ask(`${at}/sites/${id}`, token, siteForm);
	const settings = await ask(
		`${at}/accounts/${site.account_id}/env?site_id=${id}`,
		token,
		settingsForm,
	);
	const { functions_region: region, functions_region_overrides: own } = site.published_deploy ?? {};
	const regionOf = (name: string) => own?.find((each) => each.name === name)?.region ?? region;
	const { problems: required } = readEnvironment({});
	const ours = settings.filter(({ key }) => required.includes(key));
	const wide = ours.filter(
		({ scopes, values }) =>
			scopes.join() !== 'functions' || values.some(({ context }) => context !== 'production'),
	);
	const readable = ours.filter(({ key, is_secret: isSecret }) => !isSecret && key !== 'MAIL_FROM');
	const names = (list: typeof ours) => list.map(({ key }) => key).join(', ');
	return [
		must(
			'Every function runs in Frankfurt',
			region ? functions.every((name) => regionOf(name) === 'fra') : undefined,
			'Publish the newest commit: each function names its region in its `config`.',
		),
		must(
			'Only the functions of the published site can read their settings',
			wide.length === 0,
			`Set scope Functions and context Production, and nothing else: ${names(wide)}.`,
		),
		should(
			'Nobody can read the secret ones again at Netlify',
			readable.length === 0,
			`Set again with --secret: ${names(readable)}.`,
		),
	];
}

/** As in resend/resend-openapi (August 2026), which does not list `tls`. */
const domainsForm = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const domainForm = z.looseObject({ status: z.string() });
const webhooksForm = z.object({
	data: z.array(z.looseObject({ endpoint: z.string(), status: z.string() })),
});

/**
 * @param sender the domain of `MAIL_FROM`
 * @param site the origin of the site
 */
export async function resend(keys: Keys, sender: string, site: string): Promise<Result[]> {
	const noKey = 'Set RESEND_FULL_KEY in the file: a key with full access, for an hour.';
	const key = given(keys.RESEND_FULL_KEY, noKey);
	const at = 'https://api.resend.com';
	const domains = await ask(`${at}/domains`, key, domainsForm);
	const id = domains.data.find(({ name }) => name === sender)?.id;
	const domain = id ? await ask(`${at}/domains/${id}`, key, domainForm) : undefined;
	const webhooks = await ask(`${at}/webhooks`, key, webhooksForm);
	const webhook = webhooks.data.find(({ endpoint }) => endpoint === `${site}/api/resend`);
	return [
		must(
			'Resend has verified the domain that sends',
			domain?.status === 'verified',
			domain
				? `It is "${domain.status}". Compare the records under Domains with the DNS.`
				: 'The team of this key has no domain that MAIL_FROM could send from.',
		),
		must(
			'E-mails are sent from Ireland',
			fits(domain, { region: 'eu-west-1' }),
			'A region cannot be changed: delete the domain at Resend, and add it again in eu-west-1.',
		),
		must(
			'No e-mail travels without encryption',
			fits(domain, { tls: 'enforced' }),
			'Domains → Configuration: TLS enforced.',
		),
		must(
			'Nobody is tracked in an e-mail',
			fits(domain, { open_tracking: false, click_tracking: false }),
			'Domains → Configuration: click and open tracking off.',
		),
		must(
			'Resend reports to this site what becomes of an e-mail',
			webhook?.status === 'enabled',
			webhook
				? 'The webhook is disabled. Enable it and replay what it missed: docs/incidents.md.'
				: 'No webhook leads to this site: docs/operations.md, step 2.',
		),
		must(
			'It reports each kind of event that is needed',
			fits(webhook, { events }),
			`Its events must be ${events.join(', ')}.`,
		),
	];
}

/** @param repository `owner/name` */
export async function github(keys: Keys, repository: string | null): Promise<Result[]> {
	const ours = given(repository, 'Set editing.repository in content/settings/site.json.');
	// As in github/rest-api-description (octokit 29, 2026).
	const address = `https://api.github.com/repos/${ours}/rules/branches/main`;
	const rules = await ask(address, keys.GITHUB_TOKEN, z.array(z.unknown()));
	return [
		must(
			'main is protected as .github/ruleset.json says',
			fits(rules, ruleset.rules),
			'Import it: docs/operations.md, step 4.',
		),
	];
}

/** Whether everything that is wanted was found, among more and in any order; `undefined` if a field is missing. */
function fits(found: unknown, wanted: unknown): boolean | undefined {
	if (found === undefined) return undefined;
	if (typeof wanted !== 'object' || wanted === null) return found === wanted;
	if (typeof found !== 'object' || found === null) return false;
	if (Array.isArray(wanted))
		return wanted.every((each) => Object.values(found).some((other) => fits(other, each)));
	const each = Object.entries(wanted).map(([name, value]) => fits(Reflect.get(found, name), value));
	return each.every(Boolean) || (each.includes(false) ? false : undefined);
}

const hints: Readonly<Record<number, string>> = {
	401: ': the key or token is wrong, or has expired',
	403: ': the key or token may not read this',
	404: ': it knows no such thing, or the token may not read it',
};

/** Reads from an API. Throws why there is no answer, without key or token; another form counts as none. */
async function ask<Wanted>(
	address: string,
	token: string | undefined,
	wanted: z.ZodMiniType<Wanted>,
): Promise<Wanted> {
	const { host, pathname } = new URL(address);
	const answer = await fetch(address, {
		headers: token ? { Authorization: `Bearer ${token}` } : {},
		signal: AbortSignal.timeout(10_000),
	}).catch((cause: unknown) => {
		throw new Error(`${host} does not answer from here.`, { cause });
	});
	const said = `${host}${pathname} answers`;
	if (!answer.ok) throw new Error(`${said} ${answer.status}${hints[answer.status] ?? ''}.`);
	const { data } = wanted.safeParse(await answer.json().catch(() => undefined));
	if (data === undefined) throw new Error(`${said} in a form that is unknown here.`);
	return data;
}
