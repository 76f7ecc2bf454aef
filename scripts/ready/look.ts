import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises';
import { paths } from '#site/paths.ts';
import type { Dns } from './dns.ts';
import type { Live } from './live.ts';

/** How long an answer may take, in milliseconds. A function that has slept and asks the storage takes its time. */
const patience = { dns: 2000, site: 20_000 };

/**
 * Asks the DNS about the domain that sends and the host of the site; `null` where it leaves one question open, since
 * what was not heard is not what is missing.
 *
 * @param servers others than those of this machine
 */
export async function lookAtDns(
	sender: string,
	site: string | undefined,
	servers?: readonly string[],
): Promise<Dns | null> {
	const resolver = new Resolver({ timeout: patience.dns, tries: 2 });
	if (servers) resolver.setServers(servers);
	const txt = async (name: string) =>
		(await held(resolver.resolveTxt(name))).map((parts) => parts.join(''));
	try {
		// A network without DNS may call every name unknown: this one is known to exist.
		if ((await held(resolver.resolveNs('dk'))).length === 0) return null;
		const dmarc = await nearest(sender, async (name) =>
			(await txt(`_dmarc.${name}`)).filter((text) => /^v=DMARC1\b/i.test(text)),
		);
		const caa = await nearest(site ?? sender, (name) => held(resolver.resolveCaa(name)));
		return {
			returnPath: {
				txt: await txt(`send.${sender}`),
				mx: (await held(resolver.resolveMx(`send.${sender}`))).map(({ exchange }) => exchange),
			},
			dkim: await txt(`resend._domainkey.${sender}`),
			dmarc: { records: dmarc.found, policyTag: dmarc.name === sender ? 'p' : 'sp' },
			issuers: caa.found.flatMap(({ issue }) => issue ?? []),
		};
	} catch {
		return null;
	}
}

/** The records of a name; none where it has none. Throws where nobody could say. */
async function held<Record>(question: Promise<Record[]>): Promise<Record[]> {
	return question.catch((error: unknown) => {
		const isNone = error instanceof Error && 'code' in error && none.has(error.code);
		if (isNone) return [];
		throw error;
	});
}

const none = new Set<unknown>([NODATA, NOTFOUND]);

/** What is found first on the way up from a name to its top domain, and where. */
async function nearest<Found>(name: string, look: (name: string) => Promise<readonly Found[]>) {
	const labels = name.split('.');
	for (let from = 0; from < labels.length - 1; from++) {
		const above = labels.slice(from).join('.');
		const found = await look(above);
		if (found.length > 0) return { name: above, found };
	}
	return { name, found: [] };
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
