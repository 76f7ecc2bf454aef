import type { Context } from '@netlify/functions';
import { type Environment, environment, Misconfigured } from './env.ts';
import { services } from './services.ts';

/** Whether applications are taken here and now. */
export type Acceptance =
	| { kind: 'open'; env: Environment; ports: ReturnType<typeof services> }
	| { kind: 'closed'; notice: 'preview' | 'misconfigured'; why: string };

/**
 * Applications are taken on the published site and on an engineer's machine. A preview must not write
 * to the project lead, and a deploy that lacks a setting could not keep what it is given.
 */
export function acceptance(context: Context): Acceptance {
	try {
		const env = environment();
		const place = placeOf(context, env);
		if (place !== 'preview') return { kind: 'open', env, ports: services(env, place) };
		return {
			kind: 'closed',
			notice: 'preview',
			why: 'no applications from a preview',
		};
	} catch (error) {
		if (!(error instanceof Misconfigured)) throw error;
		return {
			kind: 'closed',
			notice: 'misconfigured',
			why: error.message,
		};
	}
}

/**
 * Where the function runs. A local mail server is only ever an engineer's machine: the emulator names
 * no deploy context, and neither, as far as is known, does Netlify when it runs a schedule, which it
 * does for the published site only.
 */
export function placeOf({ deploy }: Context, env: Environment): 'production' | 'preview' | 'local' {
	if (isLocal(env.RESEND_BASE_URL)) return 'local';
	return deploy.context === 'production' || deploy.context === '' ? 'production' : 'preview';
}

function isLocal(address: string | undefined): boolean {
	const host = address && URL.parse(address)?.hostname;
	return host === 'localhost' || host === '127.0.0.1';
}
