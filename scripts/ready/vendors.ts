// What the APIs of Netlify, Resend and GitHub say. The forms of their answers hold only the part that is used.
import * as z from 'zod/mini';
import ruleset from '../../.github/ruleset.json' with { type: 'json' };
import { type Check, judged, must, type Result, should, type Sight } from './check.ts';

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
const rulesForm = z.array(
	z.object({
		type: z.string(),
		parameters: z.optional(
			z.object({
				required_approving_review_count: z.optional(z.number()),
				require_code_owner_review: z.optional(z.boolean()),
				dismiss_stale_reviews_on_push: z.optional(z.boolean()),
				required_status_checks: z.optional(z.array(z.object({ context: z.string() }))),
			}),
		),
	}),
);

/** The events that `netlify/functions/resend-webhook.ts` needs. */
export const events = [
	'email.delivered',
	'email.bounced',
	'email.delivery_delayed',
	'email.complained',
	'email.failed',
	'email.suppressed',
] as const;

/** The checks that a pull request must pass. */
export const contexts = ruleset.rules.flatMap(({ parameters }) =>
	(parameters?.required_status_checks ?? []).map(({ context }) => context),
);

const apis = {
	netlify: 'https://api.netlify.com/api/v1',
	resend: 'https://api.resend.com',
	github: 'https://api.github.com',
};

export interface Project {
	/** The names of the deployed functions. */
	functions: readonly string[];
	/** The names of the functions' settings. */
	names: readonly string[];
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
	const site =
		id && token
			? await ask(`${netlify}/sites/${id}`, token, siteForm)
			: { why: 'Set NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN in the file.' };
	const variables = await follow(site, ({ account_id: account }) =>
		ask(`${netlify}/accounts/${account}/env?site_id=${id}`, token, variablesForm),
	);
	const noKey = { why: 'Set RESEND_FULL_KEY in the file: a key with full access, for an hour.' };
	const domains = key ? await ask(`${resend}/domains`, key, domainsForm) : noKey;
	const domain = await follow(domains, ({ data }) => {
		const ours = data.find(({ name }) => name === project.sender);
		return ours ? ask(`${resend}/domains/${ours.id}`, key, domainForm) : { seen: null };
	});
	const webhooks = key ? await ask(`${resend}/webhooks`, key, webhooksForm) : noKey;
	const webhook = await follow(webhooks, ({ data }) => ({
		seen: data.find(({ endpoint }) => endpoint === `${project.site}/api/resend`) ?? null,
	}));
	const rules = project.repository
		? await ask(
				`${github}/repos/${project.repository}/rules/branches/main`,
				keys.GITHUB_TOKEN,
				rulesForm,
			)
		: { why: 'Set editing.repository in content/settings/site.json.' };
	return {
		Netlify: [
			...judged(siteChecks(project.functions), site),
			...judged(variableChecks(project.names), variables),
		],
		Resend: [...judged(domainChecks, domain), ...judged(webhookChecks, webhook)],
		GitHub: [...judged(ownerChecks, { seen: project.owners }), ...judged(ruleChecks, rules)],
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

const unheard = (webhook: Webhook | null) =>
	events.filter((event) => !webhook?.events?.includes(event));

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
		(webhook) => webhook && unheard(webhook).length === 0,
		(webhook) => `Add to its events: ${unheard(webhook).join(', ')}.`,
	),
];

const ownerChecks: readonly Check<string>[] = [
	must(
		'CODEOWNERS names people',
		(file) => !file.includes('@OWNER'),
		'Write two teams of the organisation in place of @OWNER/…: docs/operations.md, step 4.',
	),
];

const again = 'Import .github/ruleset.json: docs/operations.md, step 4.';

const ruleChecks: readonly Check<z.infer<typeof rulesForm>>[] = [
	must(
		'Nothing gets into main without its code owners',
		(rules) =>
			rules.some(
				({ parameters: { required_approving_review_count: count = 0, ...rule } = {} }) =>
					count > 0 && rule.require_code_owner_review && rule.dismiss_stale_reviews_on_push,
			),
		again,
	),
	must(
		`Nothing gets into main without its checks: ${contexts.join(', ')}`,
		(rules) => {
			const required = rules.flatMap(({ parameters }) => parameters?.required_status_checks ?? []);
			return contexts.every((name) => required.some(({ context }) => context === name));
		},
		again,
	),
	should(
		'Nobody can rewrite what is in main',
		(rules) => rules.some(({ type }) => type === 'non_fast_forward'),
		again,
	),
];

const hints: Readonly<Record<number, string>> = {
	401: ': the key or token is wrong, or has expired',
	403: ': the key or token may not read this',
	404: ': it knows no such thing, or the token may not read it',
};

/** Reads from an API. Returns why there is no answer, without key or token; another form counts as not seen. */
async function ask<Wanted>(
	address: string,
	token: string | undefined,
	wanted: z.ZodMiniType<Wanted>,
): Promise<Sight<Wanted>> {
	const { host, pathname } = new URL(address);
	try {
		const answer = await fetch(address, {
			headers: { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
			signal: AbortSignal.timeout(10_000),
		});
		if (!answer.ok)
			return { why: `${host}${pathname} answers ${answer.status}${hints[answer.status] ?? ''}.` };
		const { data } = wanted.safeParse(await answer.json());
		return data === undefined
			? { why: `${host}${pathname} answers in a form that is unknown here.` }
			: { seen: data };
	} catch {
		return { why: `${host} does not answer from here.` };
	}
}

/** Asks the next question if the one before was answered. */
async function follow<One, Other>(
	sight: Sight<One>,
	next: (seen: One) => Sight<Other> | Promise<Sight<Other>>,
): Promise<Sight<Other>> {
	return 'seen' in sight ? next(sight.seen) : sight;
}
