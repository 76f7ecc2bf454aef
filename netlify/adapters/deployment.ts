import type { Context } from '@netlify/functions';
import { type Opening, opening, type Place } from '#application/confirming/opening.ts';
import { settings } from '#content/settings.ts';
import { type Environment, readEnvironment, type ReadEnvironment, whyNot } from './env.ts';

/** Calls {@link opening} with the settings, the environment and the place of this deploy. */
export function openingHere(context: Context, { problems }: ReadEnvironment): Opening {
	return opening(settings, problems, placeOf(context));
}

/** The outbox that this deploy processes, or why it processes none. */
export function outboxHere(
	context: Context,
	{ env, problems }: ReadEnvironment = readEnvironment(),
): { env: Environment; place: Place } | { why: string } {
	const place = placeOf(context);
	if (!env) return { why: whyNot(problems) };
	return place === 'preview' ? { why: 'a preview' } : { env, place };
}

/**
 * Where the function runs. A local mail server is only ever an engineer's machine: the emulator names no deploy
 * context, and neither, as far as is known, does Netlify when it runs a schedule, which it does for the published
 * site only. Every deploy keeps answering at an address of its own, with the code and the keys of its day: one that
 * is not the published one is a preview.
 */
export function placeOf({ deploy }: Context): Place {
	const mailServer = URL.parse(process.env.RESEND_BASE_URL ?? '')?.hostname ?? '';
	if (['localhost', '127.0.0.1'].includes(mailServer)) return 'local';
	if (!['production', ''].includes(deploy.context)) return 'preview';
	return deploy.context === 'production' && !deploy.published ? 'preview' : 'production';
}
