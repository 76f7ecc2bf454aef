import type { Config, Context } from '@netlify/functions';
import { healthOf, type Latest } from '#application/delivering/health.ts';
import { rounds, told } from '#application/delivering/report.ts';
import { delivery, openingHere } from '#netlify/adapters/acceptance.ts';
import { readEnvironment } from '#netlify/adapters/env.ts';
import { plain } from '#netlify/adapters/plain.ts';

/** `/api/health`: 200 while applications are taken and delivered, 503 when a person must look. */
export default async function health(_request: Request, context: Context): Promise<Response> {
	const read = readEnvironment();
	const desk = delivery(context, read);
	const latest: Latest = {};
	if (desk.kind === 'open') {
		const ask = async (about: keyof Latest) => {
			latest[about] = await desk.ports.outbox.lastReport(about).catch(() => null);
		};
		await Promise.all([...rounds, ...told].map(ask));
	}
	const found = healthOf(openingHere(context, read), latest, Date.now());
	return plain(found.healthy ? 200 : 503, JSON.stringify(found, null, '\t'), {
		'Content-Type': 'application/json; charset=utf-8',
	});
}

// Any method: Netlify has no name for HEAD, with which some monitors ask.
export const config: Config = { path: '/api/health' };
