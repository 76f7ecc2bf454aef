import type { Config, Context } from '@netlify/functions';
import { raiseAlarms } from '#application/outbox/alarms.ts';
import { placeOf } from '#netlify/adapters/deployment.ts';
import { alarmEnvironment, readEnvironment, whyNot } from '#netlify/adapters/env.ts';
import { log } from '#netlify/adapters/log.ts';
import { runRound } from '#netlify/adapters/round.ts';
import { alarmPorts, outboxPorts } from '#netlify/adapters/services.ts';
import { wake } from '#netlify/adapters/wake.ts';

/** Netlify ends a scheduled function after 30 seconds. */
const budget = 15_000;

/** Without a round for so many milliseconds, two were missed. */
const silence = 11 * 60_000;

/**
 * Every 5 minutes: calls `deliver-outbox`, which has the time for the work. Where that cannot be called, or did not
 * run when it was called before, processes the outbox here as far as there is time, and says so in an alarm.
 */
export default async function wakeOutbox(request: Request, context: Context): Promise<void> {
	const { env, problems } = readEnvironment();
	const place = placeOf(context);
	if (place === 'preview') return;
	if (!env) {
		log({ event: 'failed', error: whyNot(problems) });
		const forAlarms = alarmEnvironment();
		if (!forAlarms) return;
		const unready = new Map(problems.map((name) => [name, ['unready'] as const]));
		await raiseAlarms(unready, {}, alarmPorts(forAlarms), Date.now());
		return;
	}
	const ports = outboxPorts(env, place);
	const begun = Date.now();
	const { at = 0 } = (await ports.outbox.read('round', 'last').catch(() => undefined)) ?? {};
	const isCalled = await wake(new URL(context.site.url ?? request.url), ports.sign);
	if (isCalled && begun - at < silence) return;
	// Before the first round nobody knows yet whether it runs.
	const isStopped = !isCalled || at > 0;
	if (isStopped) log({ event: 'failed', error: 'deliver-outbox does not run' });
	await runRound(ports, begun + budget, isStopped ? ['stopped'] : []);
}

export const config: Config = { schedule: '*/5 * * * *', region: 'fra' };
