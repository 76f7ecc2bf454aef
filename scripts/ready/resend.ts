import * as z from 'zod/mini';
import { ask, follow } from './ask.ts';
import { type Check, judged, must, type Result, type Sight } from './check.ts';

/** The forms are those of resend/resend-openapi (August 2026). It does not list `tls`, which may be in an answer. */
const listForm = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const domainForm = z.object({
	status: z.string(),
	region: z.string(),
	tls: z.optional(z.string()),
	open_tracking: z.optional(z.boolean()),
	click_tracking: z.optional(z.boolean()),
});
type Domain = z.infer<typeof domainForm>;
const webhooksForm = z.object({
	data: z.array(
		z.object({ endpoint: z.string(), status: z.string(), events: z.nullable(z.array(z.string())) }),
	),
});
type Webhook = z.infer<typeof webhooksForm>['data'][number];

/** What `netlify/functions/resend-webhook.ts` must hear. */
export const events = [
	'email.delivered',
	'email.bounced',
	'email.delivery_delayed',
	'email.complained',
	'email.failed',
	'email.suppressed',
] as const;

const domainCheck: Check<Domain | null> = must(
	'Resend has verified the domain that sends',
	(domain) => domain?.status === 'verified',
	(domain) =>
		domain
			? `It is "${domain.status}". Compare the records under Domains with the DNS.`
			: 'The team of this key has no domain that MAIL_FROM could send from.',
);
const domainChecks: readonly Check<Domain>[] = [
	must(
		'E-mails are sent from Ireland',
		({ region }) => region === 'eu-west-1',
		'A region cannot be changed: delete the domain at Resend, and add it again in eu-west-1.',
	),
	must(
		'No e-mail travels without encryption',
		({ tls }) => (tls === undefined ? undefined : tls === 'enforced'),
		'Domains → Configuration: TLS enforced.',
	),
	must(
		'Nobody is tracked in an e-mail',
		({ open_tracking: open, click_tracking: click }) =>
			open === undefined || click === undefined ? undefined : !open && !click,
		'Domains → Configuration: click and open tracking off.',
	),
];

const webhookCheck: Check<Webhook | null> = must(
	'Resend reports to this site what becomes of an e-mail',
	(webhook) => webhook?.status === 'enabled',
	(webhook) =>
		webhook
			? 'The webhook is disabled. Enable it and replay what it missed: docs/incidents.md.'
			: 'No webhook leads to this site: docs/operations.md, step 2.',
);
const webhookChecks: readonly Check<Webhook>[] = [
	must(
		'It reports each kind of event that is needed',
		(webhook) => unheard(webhook).length === 0,
		(webhook) => `Add to its events: ${unheard(webhook).join(', ')}.`,
	),
];

function unheard({ events: heard }: Webhook): string[] {
	return events.filter((event) => !heard?.includes(event));
}

/**
 * Judges what Resend's API says of the domain that sends and of the webhook.
 *
 * @param sender the domain of `MAIL_FROM`
 * @param site the origin of the site
 */
export async function lookAtResend(
	{ RESEND_FULL_KEY: key }: NodeJS.Dict<string>,
	{ sender, site }: { sender: string; site: string },
	api = 'https://api.resend.com',
): Promise<Result[]> {
	const noKey = { why: 'Set RESEND_FULL_KEY in the file: a key with full access, for an hour.' };
	const domains = key ? await ask(`${api}/domains`, key, listForm) : noKey;
	const domain = await follow(
		domains,
		({ data }): Sight<Domain | null> | Promise<Sight<Domain>> => {
			const id = data.find(({ name }) => name === sender)?.id;
			return id === undefined ? { seen: null } : ask(`${api}/domains/${id}`, key, domainForm);
		},
	);
	const webhooks = key ? await ask(`${api}/webhooks`, key, webhooksForm) : noKey;
	const webhook = await follow(webhooks, ({ data }): Sight<Webhook | null> => {
		const ours = data.find(({ endpoint }) => endpoint === `${site}/api/resend`);
		return { seen: ours ?? null };
	});
	return [
		...judged([domainCheck], domain),
		...judged(domainChecks, await follow(domain, existing)),
		...judged([webhookCheck], webhook),
		...judged(webhookChecks, await follow(webhook, existing)),
	];
}

function existing<Seen>(seen: Seen | null): Sight<Seen> {
	return seen === null ? { why: 'There is none yet.' } : { seen };
}
