import type { Config, Context } from '@netlify/functions';
import { headStart } from '#application/outbox/process.ts';
import { outboxHere } from '#netlify/adapters/deployment.ts';
import { log } from '#netlify/adapters/log.ts';
import { runRound } from '#netlify/adapters/round.ts';
import { outboxPorts } from '#netlify/adapters/services.ts';
import { wakeCall } from '#netlify/adapters/wake.ts';

/** No step begins after so many milliseconds: the next round begins after five minutes. */
const budget = 280_000;

/**
 * Processes the outbox in the background, where Netlify gives it 15 minutes: a round, or the e-mails of one
 * application that was accepted a moment ago. Never fails, since Netlify would repeat it. The caller gets 202
 * whatever happens here, so `wake-outbox` looks for the report of a round.
 */
export default async function deliverOutbox(request: Request, context: Context): Promise<void> {
	const here = outboxHere(context);
	if ('why' in here) {
		log({ event: 'refused', status: 503, why: here.why });
		return;
	}
	const ports = outboxPorts(here.env, here.place);
	const call = wakeCall(request, ports.sign);
	if (!call) {
		log({ event: 'refused', status: 401, why: 'not called by us' });
		return;
	}
	if (call.id === '') await runRound(ports, Date.now() + budget);
	// What it does not manage, the next round does.
	else await headStart(call.id, ports).catch(() => undefined);
}

export const config: Config = { path: '/api/outbox', background: true, region: 'fra' };
