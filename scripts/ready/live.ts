import { securityHeaders } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { expiryOf } from '#site/security-txt.ts';
import { must, type Result, should } from './check.ts';

const month = 30 * 24 * 60 * 60_000;
/** Milliseconds: a function that has slept and asks the storage takes its time. */
const patience = 20_000;

/** Asks the published site as a visitor and as the monitor do. Throws if it is not open to anybody. */
export async function live(site: URL): Promise<Result[]> {
	const get = (address: URL) =>
		fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) }).catch(
			(cause: unknown) => {
				throw new Error(`${address.host} does not answer from here.`, { cause });
			},
		);
	const { status, headers } = await get(site);
	if (status === 401) throw new Error(isPrivate);
	if (status !== 200) throw new Error(`The site answers ${status}. See Netlify → Deploys.`);
	const insecure = await get(new URL(site.href.replace('https:', 'http:'))).catch(() => null);
	const security = await get(new URL(paths.security, site));
	const health = await get(new URL('/api/health', site));
	const problems = (await health.text()).replaceAll(/\s+/g, ' ').trim().slice(0, 400);
	// Only names are compared: the values depend on the styles.
	const missing = Object.keys(securityHeaders([])).filter((name) => !headers.has(name));
	return [
		must(
			'Without https, a visitor is led to https',
			insecure?.headers.get('location')?.startsWith('https://') === true,
			'See Netlify → Domain management → HTTPS.',
		),
		must(
			'Pages have every header that protects them',
			missing.length === 0,
			`Missing: ${missing.join(', ')}. See dist/_headers.`,
		),
		must('No cookie is set', !headers.has('set-cookie'), 'Find out who sets it, and stop it.'),
		should(
			'security.txt names a mailbox, for a month more at least',
			security.ok && expiryOf(await security.text()) - Date.now() > month,
			'Set mailboxes.security to a mailbox that is read, and publish: each commit that is published renews it for a year.',
		),
		must(
			'Health: applications are taken and delivered',
			health.status === 200,
			`It answers ${health.status}: ${problems}`,
		),
	];
}

const isPrivate =
	'The project is private: whoever is signed in to Netlify does not notice, and no webhook gets in. Make it public: docs/operations.md, step 1.';
