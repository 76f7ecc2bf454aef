import type * as z from 'zod/mini';
import type { Sight } from './check.ts';

const patience = 10_000;

const hints: Readonly<Record<number, string>> = {
	401: 'the key or token is wrong, or has expired',
	403: 'the key or token may not read this',
	404: 'it knows no such thing, or the token may not read it',
};

/**
 * Reads from a vendor's API.
 *
 * @param wanted the part of the answer that is used; an answer without it counts as not seen
 * @returns the answer, or why there is none, without key or token
 */
export async function ask<Wanted>(
	address: string,
	token: string | undefined,
	wanted: z.ZodMiniType<Wanted>,
): Promise<Sight<Wanted>> {
	const { host, pathname } = new URL(address);
	try {
		const answer = await fetch(address, {
			headers: { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
			signal: AbortSignal.timeout(patience),
		});
		if (!answer.ok) {
			const hint = hints[answer.status];
			return { why: `${host}${pathname} answers ${answer.status}${hint ? `: ${hint}` : ''}.` };
		}
		const { data } = wanted.safeParse(await answer.json());
		return data === undefined
			? { why: `${host}${pathname} answers in a form that is unknown here.` }
			: { seen: data };
	} catch {
		return { why: `${host} does not answer from here.` };
	}
}

/** Asks the next question if the one before was answered. */
export async function follow<One, Other>(
	sight: Sight<One>,
	next: (seen: One) => Sight<Other> | Promise<Sight<Other>>,
): Promise<Sight<Other>> {
	return 'seen' in sight ? next(sight.seen) : sight;
}
