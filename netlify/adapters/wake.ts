import type { RoundName } from '#application/delivering/report.ts';
import { sameText, type Sign } from '#application/confirming/token.ts';

const header = 'X-Outbox-Wake';

/** How long a call to wake is good for, in milliseconds. Netlify repeats one that failed after three minutes. */
const lifetime = 10 * 60 * 1000;

/** No step is begun after so many milliseconds: the next sweep is woken after five minutes, and tidying up is
 * alone, with the 15 minutes that Netlify gives. */
export const outboxBudget: Record<RoundName, number> = { sweep: 280_000, tidy: 840_000 };

/**
 * Wakes the function that does the work, on the site at this address and on no other. Anybody can call it; only we
 * can sign for it.
 *
 * @returns whether Netlify has taken the call
 */
export async function wake(round: RoundName, site: URL, sign: Sign): Promise<boolean> {
	const at = Date.now();
	const signature = sign(signed(round, site.host, at));
	try {
		const response = await fetch(new URL('/api/outbox', site), {
			method: 'POST',
			headers: { [header]: `${round}.${at}.${signature}` },
			signal: AbortSignal.timeout(5000),
		});
		return response.ok;
	} catch {
		return false;
	}
}

/** The round that we asked for, or `null` where the call is not ours, not for this site or old. */
export function askedFor(request: Request, sign: Sign): RoundName | null {
	const [round, at = '', signature = ''] = (request.headers.get(header) ?? '').split('.');
	if (round !== 'sweep' && round !== 'tidy') return null;
	const isOurs = sameText(signature, sign(signed(round, new URL(request.url).host, Number(at))));
	return isOurs && Math.abs(Date.now() - Number(at)) < lifetime ? round : null;
}

function signed(round: RoundName, host: string, at: number): string {
	return `wake ${round} ${host} ${at}`;
}
