import type { Config, Context } from '@netlify/functions';
import { healthOf } from '#application/outbox/health.ts';
import { openingHere, outboxHere } from '#netlify/adapters/deployment.ts';
import { readEnvironment } from '#netlify/adapters/env.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { plain } from '#netlify/adapters/plain.ts';

/** `/api/health`: 200 while applications are accepted and delivered, 503 when a person must look. */
export default async function health(_request: Request, context: Context): Promise<Response> {
	const read = readEnvironment();
	const here = outboxHere(context, read);
	const stored = 'why' in here ? null : outboxOf(here.env, here.place).read('round', 'last');
	const report = await stored?.catch(() => undefined);
	const opening = openingHere(context, read);
	const found = healthOf(opening, report, Date.now());
	// Netlify knows the commit while it builds; bundle-functions.ts writes it in.
	const live = { commit: process.env.COMMIT_REF ?? null, deploy: context.deploy.id || null };
	return plain(found.healthy ? 200 : 503, JSON.stringify({ ...found, ...live }, null, '\t'), {
		'Content-Type': 'application/json; charset=utf-8',
	});
}

// Any method: Netlify has no name for HEAD, with which some monitors ask.
export const config: Config = { path: '/api/health', region: 'fra' };
