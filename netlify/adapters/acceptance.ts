import type { Context } from '@netlify/functions';
import { type Opening, opening, type Place } from '#application/confirming/open-or-closed.ts';
import { settings } from '#content/settings.ts';
import { type Environment, readEnvironment, whyNot } from './env.ts';
import { services } from './services.ts';

/** Whether what is kept can be delivered here and now. */
export type Delivery =
	| { kind: 'open'; env: Environment; ports: ReturnType<typeof services> }
	| { kind: 'closed'; why: string; missing: readonly string[] };

/** Whether applications are taken here and now. */
export type Acceptance =
	| Extract<Delivery, { kind: 'open' }>
	| { kind: 'closed'; notice: 'preview' | 'unready'; why: string };

const preview = 'no applications from a preview';

/**
 * What is kept is delivered on the published site and on an engineer's machine, also while no new
 * applications are taken. A preview must not write to the project lead.
 */
export function delivery(context: Context, { env, problems } = readEnvironment()): Delivery {
	const place = placeOf(context);
	if (place === 'preview') return { kind: 'closed', why: preview, missing: [] };
	if (!env) return { kind: 'closed', why: whyNot(problems), missing: problems };
	return { kind: 'open', env, ports: services(env, place) };
}

/** The answer to an applicant: the core's opening, and what it takes. */
export function acceptance(context: Context): Acceptance {
	const read = readEnvironment();
	const found = openingHere(context, read);
	if (found.kind === 'unready') {
		return { kind: 'closed', notice: 'unready', why: whyNot(found.missing) };
	}
	const desk = delivery(context, read);
	return desk.kind === 'open' ? desk : { ...desk, notice: 'preview' };
}

export function openingHere(context: Context, { problems } = readEnvironment()): Opening {
	return opening(settings, problems, placeOf(context));
}

/**
 * Where the function runs. A local mail server is only ever an engineer's machine: the emulator names
 * no deploy context, and neither, as far as is known, does Netlify when it runs a schedule, which it
 * does for the published site only.
 */
function placeOf({ deploy }: Context): Place {
	const mailServer = URL.parse(process.env.RESEND_BASE_URL ?? '')?.hostname ?? '';
	if (['localhost', '127.0.0.1'].includes(mailServer)) return 'local';
	return ['production', ''].includes(deploy.context) ? 'production' : 'preview';
}
