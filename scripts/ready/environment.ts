import { readEnvironment } from '#netlify/adapters/env.ts';
import { domainOf, isUnder } from '#application/asking/domain.ts';
import { type Check, right, unless, type Verdict } from './check.ts';

export interface Environment {
	values: Readonly<Record<string, string | undefined>>;
	/** Where applications go. */
	lead: string;
	/** Keys that are known to everyone. */
	publicKeys: readonly string[];
}

const names: Record<string, string> = {
	RESEND_API_KEY: 'Copy it from Resend → API keys. It begins with re_.',
	RESEND_WEBHOOK_SECRET: 'Copy it from Resend → Webhooks. It begins with whsec_.',
	MAIL_FROM: 'Write it as "Name <address>", on the domain that Resend has verified.',
	FORM_SECRET: 'Make one: node -p "crypto.randomBytes(32).toString(\'base64\')"',
	OUTBOX_KEY: 'Make one as FORM_SECRET, and put k1: in front.',
};

const wellFormed = Object.entries(names).map(([name, todo]): Check<Environment> => ({
	what: `${name} is set, and has its form`,
	judge: ({ values }) => unless(!readEnvironment(values).problems.includes(name), todo),
}));

/** The functions' settings, which are set at Netlify. No value is ever shown. */
export const environmentChecks: readonly Check<Environment>[] = [
	...wellFormed,
	{
		what: 'The keys are different from each other, and from the public ones of this repository',
		judge: (environment) => judgeKeys(environment),
	},
	{
		what: 'E-mails are sent from a domain of the site’s own',
		judge: ({ values, lead }) => {
			const sender = domainOf(values.MAIL_FROM ?? '');
			return unless(
				sender !== '' && !isUnder(sender, domainOf(lead)),
				`Send from a domain that this site runs, and never from ${domainOf(lead)}: MAIL_FROM.`,
			);
		},
	},
	{
		what: 'E-mails go to Resend, and not to a local mail server',
		judge: ({ values }) => unless(!values.RESEND_BASE_URL, 'Remove RESEND_BASE_URL.'),
	},
];

function judgeKeys({ values, publicKeys }: Environment): Verdict {
	const sealing = (values.OUTBOX_KEY ?? '').split(',').filter(Boolean);
	const ids = sealing.map((entry) => entry.split(':')[0]);
	const keys = [values.FORM_SECRET ?? '', ...sealing.map((entry) => entry.split(':')[1] ?? '')];
	if (keys.every((key) => key === '')) return unless(false, 'There is none yet. Make them.');
	if (keys.some((key) => publicKeys.includes(key))) {
		return unless(
			false,
			'One is the key of an engineer’s machine, which anybody can read. Make new ones.',
		);
	}
	if (new Set(keys).size < keys.length) return unless(false, 'Two are the same. Make a new one.');
	if (new Set(ids).size < ids.length) {
		return unless(false, 'Two keys of OUTBOX_KEY have the same id. Give each its own.');
	}
	return right;
}
