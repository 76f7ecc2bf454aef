import { readEnvironment } from '#netlify/adapters/env.ts';
import { domainOf, isUnder } from '#application/asking/email-address.ts';
import { type Check, must } from './check.ts';

export interface Environment {
	values: NodeJS.Dict<string>;
	/** Where applications go. */
	lead: string;
	/** Keys that are known to everyone. */
	publicKeys: readonly string[];
}

const todos: Record<string, string> = {
	RESEND_API_KEY: 'Copy it from Resend → API keys. It begins with re_.',
	RESEND_WEBHOOK_SECRET: 'Copy it from Resend → Webhooks. It begins with whsec_.',
	MAIL_FROM: 'Write it as Name <address>, on the domain that Resend has verified.',
	FORM_SECRET: 'Make one: node -p "crypto.randomBytes(32).toString(\'base64\')"',
	OUTBOX_KEY: 'Make one as FORM_SECRET, and put k1: in front.',
};

/** The names of the settings without which no function runs. */
export const required = readEnvironment({}).problems;

/** The settings of the functions. No value is ever shown. */
export const environmentChecks: readonly Check<Environment>[] = [
	...required.map((name) =>
		must<Environment>(
			`${name} is set, and has its form`,
			({ values }) => !readEnvironment(values).problems.includes(name),
			todos[name] ?? 'See .env.example.',
		),
	),
	must(
		'The keys are different from each other, and from the public ones of this repository',
		(environment) => wrongKeys(environment) === '',
		wrongKeys,
	),
	must(
		'E-mails are sent from a domain of the site’s own',
		({ values, lead }) => {
			const sender = domainOf(values.MAIL_FROM ?? '');
			return sender !== '' && !isUnder(sender, domainOf(lead));
		},
		({ lead }) => `Send from a domain that this site runs, and never from ${domainOf(lead)}.`,
	),
	must(
		'E-mails go to Resend, and not to a local mail server',
		({ values }) => !values.RESEND_BASE_URL,
		'Remove RESEND_BASE_URL.',
	),
];

function wrongKeys({ values, publicKeys }: Environment): string {
	const sealing = (values.OUTBOX_KEY ?? '').split(',').filter(Boolean);
	const ids = sealing.map((entry) => entry.split(':')[0]);
	const keys = [values.FORM_SECRET ?? '', ...sealing.map((entry) => entry.split(':')[1] ?? '')];
	if (keys.every((key) => key === '')) return 'There is none yet. Make them.';
	if (keys.some((key) => publicKeys.includes(key))) {
		return 'One is the key of an engineer’s machine, which anybody can read. Make new ones.';
	}
	if (new Set(keys).size < keys.length) return 'Two are the same. Make a new one.';
	if (new Set(ids).size < ids.length) return 'Two keys of OUTBOX_KEY have the same id.';
	return '';
}
