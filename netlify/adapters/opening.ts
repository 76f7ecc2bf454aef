import type { Context } from '@netlify/functions';
import { type Opening, opening, type Place } from '#application/confirming/opening.ts';
import { settings } from '#content/settings.ts';
import { environmentProblems } from './env.ts';

/** Whether applications are taken here and now. */
export function openingHere(context: Context): Opening {
	return opening(settings, environmentProblems(), placeOf(context));
}

/**
 * Where the function runs. A local mail server is only ever an engineer's machine: the emulator names
 * no deploy context, and neither, as far as is known, does Netlify when it runs a schedule, which it
 * does for the published site only.
 */
export function placeOf({ deploy }: Context): Place {
	if (isLocal(process.env.RESEND_BASE_URL)) return 'local';
	return deploy.context === 'production' || deploy.context === '' ? 'production' : 'preview';
}

function isLocal(address: string | undefined): boolean {
	const host = address && URL.parse(address)?.hostname;
	return host === 'localhost' || host === '127.0.0.1';
}
