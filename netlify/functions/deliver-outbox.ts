import type { Config, Context } from '@netlify/functions';
import { run } from '#application/delivering/run.ts';
import { delivery } from '#netlify/adapters/acceptance.ts';
import { log, logRound } from '#netlify/adapters/log.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import { askedFor, outboxBudget } from '#netlify/adapters/wake.ts';

/**
 * Does a round over the outbox, for as long as it takes: Netlify lets it run in the background for 15 minutes. It
 * does not fail, so Netlify does not repeat it, and two at once do no harm.
 */
export default async function deliverOutbox(request: Request, context: Context): Promise<void> {
	const desk = delivery(context);
	if (desk.kind === 'closed') {
		log({ event: 'refused', status: 503, why: desk.why });
		return;
	}
	const { env, ports } = desk;
	const round = askedFor(request, signWith(env.FORM_SECRET));
	if (!round) {
		log({ event: 'refused', status: 401, why: 'not woken by us' });
		return;
	}
	logRound(round, await run(round, ports, ports.clock.now() + outboxBudget[round]));
}

export const config: Config = { path: '/api/outbox', background: true };
