import { Resolver } from 'node:dns/promises';
import { paths } from '#site/paths.ts';
import type { Dns } from './dns.ts';
import type { Live } from './live.ts';

/** How long an answer may take, in milliseconds. A function that has slept and asks the storage takes its time. */
const patience = { dns: 5000, site: 20_000 };

/** Asks the DNS about the domain that sends and the host of the site; `null` where nobody answers. */
export async function lookAtDns(sender: string, site: string | undefined): Promise<Dns | null> {
	const resolver = new Resolver({ timeout: patience.dns, tries: 1 });
	// A network without DNS may call every name unknown: this one is known to exist.
	if ((await ask(resolver.resolveNs('dk'))).length === 0) return null;
	const txt = async (name: string) =>
		(await ask(resolver.resolveTxt(name))).map((parts) => parts.join(''));
	return {
		returnPath: {
			txt: await txt(`send.${sender}`),
			mx: (await ask(resolver.resolveMx(`send.${sender}`))).map(({ exchange }) => exchange),
		},
		dkim: await txt(`resend._domainkey.${sender}`),
		dmarc: await nearest(sender, (name) => txt(`_dmarc.${name}`)),
		issuers: await nearest(site ?? sender, async (name) =>
			(await ask(resolver.resolveCaa(name))).flatMap(({ issue }) => issue ?? []),
		),
	};
}

/** What an answer holds; nothing where there is none. */
async function ask<Answer>(question: Promise<Answer[]>): Promise<Answer[]> {
	return question.catch(() => []);
}

/** The first answer on the way up from a name to its top domain. */
async function nearest(
	name: string,
	look: (name: string) => Promise<string[]>,
): Promise<readonly string[]> {
	const labels = name.split('.');
	for (let from = 0; from < labels.length - 1; from++) {
		const found = await look(labels.slice(from).join('.'));
		if (found.length > 0) return found;
	}
	return [];
}

/** Asks the published site; `null` where it does not answer. */
export async function lookAtSite(address: string): Promise<Live | null> {
	const get = (path: string, base = address) =>
		fetch(new URL(path, base), { redirect: 'manual', signal: AbortSignal.timeout(patience.site) });
	try {
		const home = await get('/');
		const [was, health] = [await get(paths.was), await get('/api/health')];
		const security = await get(paths.security);
		const insecure = await get('/', address.replace('https:', 'http:')).catch(() => null);
		return {
			status: home.status,
			headers: Object.fromEntries(home.headers),
			insecure: insecure?.headers.get('location') ?? null,
			was: was.headers.get('location'),
			health: { status: health.status, body: await health.text() },
			securityTxt: security.ok ? await security.text() : null,
			now: Date.now(),
		};
	} catch {
		return null;
	}
}
