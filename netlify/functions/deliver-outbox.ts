import type { Config, Context } from '@netlify/functions';
import { raiseAlarm, raiseConfigurationAlarm } from '#application/delivering/alarm.ts';
import { reportOf, sweep, tidy } from '#application/delivering/sweep.ts';
import { delivery } from '#netlify/adapters/acceptance.ts';
import { alarmEnvironment } from '#netlify/adapters/env.ts';
import { log } from '#netlify/adapters/log.ts';
import { resendMailer } from '#netlify/adapters/mailer.ts';

/** No step is begun after so many milliseconds: Netlify ends a scheduled function after 30 seconds. */
const budget = 15_000;

/** Every 5 minutes: takes each waiting application one step on. Once an hour it tidies up as well. */
export default async function deliverOutbox(_request: Request, context: Context): Promise<void> {
	const desk = delivery(context);
	if (desk.kind === 'closed') {
		log({ event: 'failed', error: desk.why });
		const env = alarmEnvironment();
		if (!env) return;
		const ports = { mailer: resendMailer(env.RESEND_API_KEY), clock: Date };
		await raiseConfigurationAlarm(desk.why, { from: env.MAIL_FROM, to: env.ALERT_TO }, ports);
		return;
	}
	const { env, ports } = desk;
	const begun = ports.clock.now();
	const swept = await sweep(ports, begun + budget);
	await ports.outbox.report(reportOf(swept, begun));
	await raiseAlarm(swept.problems, { from: env.MAIL_FROM, to: env.ALERT_TO }, ports);
	const isHourly = new Date(begun).getUTCMinutes() < 5;
	const deleted = isHourly ? await tidy(ports, begun + budget) : 0;
	const { waiting, problems, cut } = swept;
	log({ event: 'swept', waiting, problems: problems.size, cut, deleted });
}

export const config: Config = { schedule: '*/5 * * * *' };
