import * as z from 'zod/mini';

const base64Key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const sealingKey = z.string().check(z.regex(/^[a-z0-9]{1,16}:[A-Za-z0-9+/]{43}=$/));

/** What an alarm needs, where other settings may be missing. */
const forAlarms = {
	/** Resend's key, allowed to send from our domain. */
	RESEND_API_KEY: z.string().check(z.startsWith('re_')),
	/** `Name <address>` on the domain that Resend has verified. */
	MAIL_FROM: z.string().check(z.regex(/^[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>$/)),
};

const environmentSchema = z.object({
	...forAlarms,
	/** Only for a local mail server in Resend's place. */
	RESEND_BASE_URL: z.optional(z.string().check(z.startsWith('http'))),
	/** `whsec_…`, from the page of the webhook at Resend. */
	RESEND_WEBHOOK_SECRET: z.string().check(z.startsWith('whsec_')),
	/** 32 random bytes in base64: signs the check page and the receipt's address. */
	FORM_SECRET: base64Key,
	/** `id:key`, the key being 32 random bytes in base64. More, with commas between, to rotate: the
	 * first one seals, all of them open. */
	OUTBOX_KEY: z.pipe(
		z.string(),
		z.pipe(
			z.transform((keys: string) => keys.split(',')),
			z.array(sealingKey).check(z.minLength(1)),
		),
	),
});

export type Environment = z.infer<typeof environmentSchema>;

export type AlarmEnvironment = Pick<Environment, keyof typeof forAlarms>;

/** The functions' settings, or `null` and the names of those that are missing or malformed. */
export interface ReadEnvironment {
	env: Environment | null;
	problems: readonly string[];
}

export function readEnvironment(source: NodeJS.ProcessEnv = process.env): ReadEnvironment {
	const { data = null, error } = environmentSchema.safeParse(source);
	const names = error?.issues.map(({ path }) => String(path[0])) ?? [];
	return { env: data, problems: [...new Set(names)] };
}

/** The functions' settings. Throws with the names of those that are missing or malformed. */
export function environment(): Environment {
	const { env, problems } = readEnvironment();
	if (env) return env;
	throw new Error(whyNot(problems));
}

/** What the log and an alarm say of settings that are missing. */
export function whyNot(names: readonly string[]): string {
	return `${names.join(', ')}: missing or malformed; see docs/operations.md`;
}

/** The settings that an alarm needs, or `null` where one of them is missing as well. */
export function alarmEnvironment(): AlarmEnvironment | null {
	return z.object(forAlarms).safeParse(process.env).data ?? null;
}
