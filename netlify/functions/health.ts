import type { Config, Context } from '@netlify/functions';
import { healthOf } from '#application/delivering/health.ts';
import { acceptance } from '#netlify/adapters/acceptance.ts';
import { plain } from '#netlify/adapters/plain.ts';

/** `GET /api/health`: 200 while applications are taken and delivered, 503 when a person must look. */
export default async function health(_request: Request, context: Context): Promise<Response> {
	const desk = acceptance(context);
	const report =
		desk.kind === 'open' ? await desk.ports.outbox.lastReport().catch(() => null) : null;
	const found = healthOf(desk.kind === 'open', report, Date.now());
	return plain(found.healthy ? 200 : 503, JSON.stringify(found, null, '\t'), {
		'Content-Type': 'application/json; charset=utf-8',
	});
}

export const config: Config = {
	path: '/api/health',
	method: 'GET',
	rateLimit: { windowLimit: 30, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};
