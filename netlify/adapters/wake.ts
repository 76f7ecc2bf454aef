import { sameText, type Sign } from '#application/confirming/token.ts';

const header = 'X-Outbox-Wake';

/** How long a call is valid, in milliseconds. Netlify repeats one that failed after three minutes. */
const lifetime = 10 * 60 * 1000;

/**
 * Calls `deliver-outbox` on the site at this address and on no other. Anybody can call it; only we can sign.
 *
 * @param id of the one application whose e-mails are to be sent at once; a whole round where it is missing
 * @returns whether Netlify has taken the call, which does not say that the function ran
 */
export async function wake(site: URL, sign: Sign, id = ''): Promise<boolean> {
	const at = Date.now();
	try {
		const response = await fetch(new URL('/api/outbox', site), {
			method: 'POST',
			headers: { [header]: `${at}.${id}.${sign(signed(site.host, at, id))}` },
			signal: AbortSignal.timeout(5000),
		});
		return response.ok;
	} catch {
		return false;
	}
}

/** What is asked for, where we made the call for this site a short while ago; `null` where not. */
export function wakeCall(request: Request, sign: Sign): { id: string } | null {
	const [at = '', id = '', signature = ''] = (request.headers.get(header) ?? '').split('.');
	const expected = sign(signed(new URL(request.url).host, Number(at), id));
	const isValid = Math.abs(Date.now() - Number(at)) < lifetime;
	return sameText(signature, expected) && isValid ? { id } : null;
}

function signed(host: string, at: number, id: string): string {
	return `wake ${host} ${at} ${id}`;
}
