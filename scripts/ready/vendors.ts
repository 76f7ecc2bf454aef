// What the APIs of Netlify, Resend and GitHub say. The forms of their answers hold only the part that is used.
import * as z from 'zod/mini';
import { events } from '#netlify/adapters/resend-event.ts';
import ruleset from '../../.github/ruleset.json' with { type: 'json' };
import { type Check, given, judged, must, type Result, should } from './check.ts';
import { required } from './environment.ts';

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
const variablesForm = z.array(
	z.object({
		key: z.string(),
		scopes: z.array(z.string()),
		is_secret: z.optional(z.boolean()),
		values: z.array(z.object({ context: z.string() })),
	}),
);
type Variable = z.infer<typeof variablesForm>[number];

/** As in resend/resend-openapi (August 2026), which does not list `tls`. */
const domainsForm = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const domainForm = z.object({
	status: z.string(),
	region: z.string(),
	tls: z.optional(z.string()),
	open_tracking: z.optional(z.boolean()),
	click_tracking: z.optional(z.boolean()),
});
const webhooksForm = z.object({
	data: z.array(
		z.object({ endpoint: z.string(), status: z.string(), events: z.nullable(z.array(z.string())) }),
	),
});
type Webhook = z.infer<typeof webhooksForm>['data'][number];

/** As in github/rest-api-description (octokit 29, 2026). */
const rulesForm = z.array(z.looseObject({ type: z.string() }));

const apis = {
	netlify: 'https://api.netlify.com/api/v1',
	resend: 'https://api.resend.com',
	github: 'https://api.github.com',
};

export interface Project {
	/** The names of the deployed functions. */
	functions: readonly string[];
	/** The domain of `MAIL_FROM`. */
	sender: string;
	/** The origin of the site. */
	site: string;
	/** `owner/name` at GitHub. */
	repository: string | null;
	/** The text of CODEOWNERS. */
	owners: string;
}

/** Judges what the three APIs say of a project. `keys` are those of `.env.example`. */
export async function lookAtVendors(
	keys: NodeJS.Dict<string>,
	project: Project,
	{ netlify, resend, github } = apis,
): Promise<{ Netlify: Result[]; Resend: Result[]; GitHub: Result[] }> {
	const { NETLIFY_SITE_ID: id, NETLIFY_AUTH_TOKEN: token, RESEND_FULL_KEY: key } = keys;
	const noToken = 'Set NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file.';
	const noKey = 'Set RESEND_FULL_KEY in the file: a key with full access, for an hour.';
	const noRepository = 'Set editing.repository in content/settings/site.json.';
	let asked: ReturnType<typeof ask<z.infer<typeof siteForm>>> | undefined;
	const site = () =>
		(asked ??= ask(`${netlify}/sites/${given(id, noToken)}`, given(token, noToken), siteForm));
	const variables = async () => {
		const { account_id: account } = await site();
		return ask(`${netlify}/accounts/${account}/env?site_id=${id}`, token, variablesForm);
	};
	const atResend = <Wanted>(path: string, wanted: z.ZodMiniType<Wanted>) =>
		ask(`${resend}${path}`, given(key, noKey), wanted);
	const domain = async () => {
		const { data } = await atResend('/domains', domainsForm);
		const ours = data.find(({ name }) => name === project.sender);
		return ours ? atResend(`/domains/${ours.id}`, domainForm) : null;
	};
	const webhook = async () => {
		const { data } = await atResend('/webhooks', webhooksForm);
		return data.find(({ endpoint }) => endpoint === `${project.site}/api/resend`) ?? null;
	};
	const rules = () => {
		const branch = `${given(project.repository, noRepository)}/rules/branches/main`;
		return ask(`${github}/repos/${branch}`, keys.GITHUB_TOKEN, rulesForm);
	};
	return {
		Netlify: [
			...(await judged(siteChecks(project.functions), site)),
			...(await judged(variableChecks, variables)),
		],
		Resend: [...(await judged(domainChecks, domain)), ...(await judged(webhookChecks, webhook))],
		GitHub: [
			...(await judged(ownerChecks, () => project.owners)),
			...(await judged(ruleChecks, rules)),
		],
	};
}

function siteChecks(functions: readonly string[]): readonly Check<z.infer<typeof siteForm>>[] {
	return [
		must(
			'Every function runs in Frankfurt',
			({ published_deploy: deploy }) => {
				if (!deploy?.functions_region) return undefined;
				const own = new Map(
					deploy.functions_region_overrides?.map(({ name, region }) => [name, region]),
				);
				return functions.every((name) => (own.get(name) ?? deploy.functions_region) === 'fra');
			},
			'Publish the newest commit: each function names its region in its `config`.',
		),
	];
}

/** The functions' settings that Netlify gives to others too, and the secret ones that it shows. */
const wide = ({ scopes, values }: Variable) =>
	scopes.join() !== 'functions' || values.some(({ context }) => context !== 'production');
const readable = ({ key, is_secret: isSecret }: Variable) => !isSecret && key !== 'MAIL_FROM';
const namesOf = (variables: readonly Variable[], isBad: (variable: Variable) => boolean) =>
	variables.filter((each) => required.includes(each.key) && isBad(each)).map(({ key }) => key);

const variableChecks: readonly Check<readonly Variable[]>[] = [
	must(
		'Only the functions of the published site can read their settings',
		(variables) => namesOf(variables, wide).length === 0,
		(variables) =>
			`Set scope Functions and context Production, and nothing else: ${namesOf(variables, wide).join(', ')}.`,
	),
	should(
		'Nobody can read the secret ones again at Netlify',
		(variables) => namesOf(variables, readable).length === 0,
		(variables) => `Set again with --secret: ${namesOf(variables, readable).join(', ')}.`,
	),
];

const domainChecks: readonly Check<z.infer<typeof domainForm> | null>[] = [
	must(
		'Resend has verified the domain that sends',
		(domain) => domain?.status === 'verified',
		(domain) =>
			domain
				? `It is "${domain.status}". Compare the records under Domains with the DNS.`
				: 'The team of this key has no domain that MAIL_FROM could send from.',
	),
	must(
		'E-mails are sent from Ireland',
		(domain) => (domain ? domain.region === 'eu-west-1' : undefined),
		'A region cannot be changed: delete the domain at Resend, and add it again in eu-west-1.',
	),
	must(
		'No e-mail travels without encryption',
		(domain) => (domain?.tls === undefined ? undefined : domain.tls === 'enforced'),
		'Domains → Configuration: TLS enforced.',
	),
	must(
		'Nobody is tracked in an e-mail',
		(domain) => {
			const { open_tracking: open, click_tracking: click } = domain ?? {};
			return open === undefined || click === undefined ? undefined : !open && !click;
		},
		'Domains → Configuration: click and open tracking off.',
	),
];

const webhookChecks: readonly Check<Webhook | null>[] = [
	must(
		'Resend reports to this site what becomes of an e-mail',
		(webhook) => webhook?.status === 'enabled',
		(webhook) =>
			webhook
				? 'The webhook is disabled. Enable it and replay what it missed: docs/incidents.md.'
				: 'No webhook leads to this site: docs/operations.md, step 2.',
	),
	must(
		'It reports each kind of event that is needed',
		(webhook) => webhook && events.every((event) => webhook.events?.includes(event)),
		`Its events must be ${events.join(', ')}.`,
	),
];

const ownerChecks: readonly Check<string>[] = [
	must(
		'CODEOWNERS names people',
		(file) => !file.includes('@OWNER'),
		'Write two teams of the organisation in place of @OWNER/…: docs/operations.md, step 4.',
	),
];

const ruleChecks: readonly Check<unknown[]>[] = [
	must(
		'main is protected as .github/ruleset.json says',
		(rules) => holds(rules, ruleset.rules),
		'Import it: docs/operations.md, step 4.',
	),
];

/** Whether everything that is wanted was found, among more and in any order. */
function holds(found: unknown, wanted: unknown): boolean {
	if (typeof wanted !== 'object' || wanted === null) return found === wanted;
	if (typeof found !== 'object' || found === null) return false;
	return Array.isArray(wanted)
		? wanted.every((each) => Object.values(found).some((other) => holds(other, each)))
		: Object.entries(wanted).every(([name, value]) => holds(Reflect.get(found, name), value));
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
	const headers = {
		Accept: 'application/json',
		...(token && { Authorization: `Bearer ${token}` }),
	};
	const signal = AbortSignal.timeout(10_000);
	const answer = await fetch(address, { headers, signal }).catch((cause: unknown) => {
		throw new Error(`${host} does not answer from here.`, { cause });
	});
	const said = `${host}${pathname} answers`;
	if (!answer.ok) throw new Error(`${said} ${answer.status}${hints[answer.status] ?? ''}.`);
	const { data } = wanted.safeParse(await answer.json().catch(() => undefined));
	if (data === undefined) throw new Error(`${said} in a form that is unknown here.`);
	return data;
}
