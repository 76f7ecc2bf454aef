import type { Config, Context } from '@netlify/functions';
import { raiseConfigurationAlarm } from '#application/delivering/alarm.ts';
import { run } from '#application/delivering/run.ts';
import { delivery } from '#netlify/adapters/acceptance.ts';
import { alarmEnvironment } from '#netlify/adapters/env.ts';
import { log, logRound } from '#netlify/adapters/log.ts';
import { resendMailer } from '#netlify/adapters/mailer.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import { watch } from '#netlify/adapters/services.ts';
import { wake } from '#netlify/adapters/wake.ts';

/** Netlify ends a scheduled function after 30 seconds. */
const budget = 15_000;

/**
 * Every 5 minutes: wakes `deliver-outbox`, which has the time for the work; once an hour for tidying up as well.
 * Where it cannot be woken, does here as much as there is time for.
 */
export default async function wakeOutbox(request: Request, context: Context): Promise<void> {
	const desk = delivery(context);
	if (desk.kind === 'closed') {
		log({ event: 'failed', error: desk.why });
		const env = alarmEnvironment();
		if (!env || desk.missing.length === 0) return;
		const ports = { mailer: resendMailer(env.RESEND_API_KEY), clock: Date };
		await raiseConfigurationAlarm(desk.missing, { from: env.MAIL_FROM, to: watch() }, ports);
		return;
	}
	const { env, ports } = desk;
	const begun = ports.clock.now();
	const site = new URL(context.site.url ?? request.url);
	const isHourly = new Date(begun).getUTCMinutes() < 5;
	for (const round of isHourly ? (['sweep', 'tidy'] as const) : (['sweep'] as const)) {
		if (await wake(round, site, signWith(env.FORM_SECRET))) continue;
		log({ event: 'failed', error: 'deliver-outbox does not wake' });
		logRound(round, await run(round, ports, begun + budget));
	}
}

export const config: Config = { schedule: '*/5 * * * *' };
