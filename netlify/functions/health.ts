import type { Config, Context } from '@netlify/functions';
import { healthOf } from '#application/delivering/health.ts';
import type { RoundName } from '#application/delivering/report.ts';
import { delivery, openingHere } from '#netlify/adapters/acceptance.ts';
import { plain } from '#netlify/adapters/plain.ts';

/** `/api/health`: 200 while applications are taken and delivered, 503 when a person must look. */
export default async function health(_request: Request, context: Context): Promise<Response> {
	const desk = delivery(context);
	const latest = async (round: RoundName) =>
		desk.kind === 'open' ? desk.ports.outbox.lastReport(round).catch(() => null) : null;
	const [sweep, tidy] = await Promise.all([latest('sweep'), latest('tidy')]);
	const found = healthOf(openingHere(context), { sweep, tidy }, Date.now());
	return plain(found.healthy ? 200 : 503, JSON.stringify(found, null, '\t'), {
		'Content-Type': 'application/json; charset=utf-8',
	});
}

// Any method: Netlify has no name for HEAD, with which some monitors ask.
export const config: Config = { path: '/api/health' };
