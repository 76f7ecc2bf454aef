import { securityHeaders } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { expiryOf } from '#site/security-txt.ts';
import { type Check, must, should } from './check.ts';

const month = 30 * 24 * 60 * 60_000;
/** Milliseconds: a function that has slept and asks the storage takes its time. */
const patience = 20_000;

/** What the published site answers. */
export interface Live {
	headers: Readonly<Record<string, string>>;
	/** Where the address without encryption leads to. */
	insecure: string | null;
	health: { status: number; body: string };
	/** Empty if there is none. */
	securityTxt: string;
	/** Milliseconds since 1970. */
	now: number;
}

/** Only names are compared: the values depend on the styles. */
const missingHeaders = ({ headers }: Live) =>
	Object.keys(securityHeaders([])).filter((name) => !(name.toLowerCase() in headers));

export const liveChecks: readonly Check<Live>[] = [
	must(
		'Without https, a visitor is led to https',
		({ insecure }) => insecure?.startsWith('https://') === true,
		'See Netlify → Domain management → HTTPS.',
	),
	must(
		'Pages have every header that protects them',
		(live) => missingHeaders(live).length === 0,
		(live) => `Missing: ${missingHeaders(live).join(', ')}. See dist/_headers.`,
	),
	must(
		'No cookie is set',
		(live) => !('set-cookie' in live.headers),
		'Find out who sets it, and stop it.',
	),
	should(
		'security.txt names a mailbox, for a month more at least',
		({ securityTxt, now }) => expiryOf(securityTxt) - now > month,
		'Set mailboxes.security to a mailbox that is read, and publish: each commit that is published renews it for a year.',
	),
	must(
		'Health: applications are taken and delivered',
		({ health }) => health.status === 200,
		({ health }) =>
			`It answers ${health.status}: ${health.body.replaceAll(/\s+/g, ' ').trim().slice(0, 400)}`,
	),
];

/** Asks the published site as a visitor and as the monitor do. Throws if it is not open to anybody. */
export async function lookAtSite(address: string): Promise<Live> {
	const get = (path: string, base = address) =>
		fetch(new URL(path, base), { redirect: 'manual', signal: AbortSignal.timeout(patience) }).catch(
			(cause: unknown) => {
				throw new Error(`${new URL(base).host} does not answer from here.`, { cause });
			},
		);
	const { status, headers } = await get('/');
	if (status === 401) throw new Error(isPrivate);
	if (status !== 200) throw new Error(`The site answers ${status}. See Netlify → Deploys.`);
	const health = await get('/api/health');
	const security = await get(paths.security);
	const insecure = await get('/', address.replace('https:', 'http:')).catch(() => null);
	return {
		headers: Object.fromEntries(headers),
		insecure: insecure?.headers.get('location') ?? null,
		health: { status: health.status, body: await health.text() },
		securityTxt: security.ok ? await security.text() : '',
		now: Date.now(),
	};
}

const isPrivate =
	'The project is private: whoever is signed in to Netlify does not notice, and no webhook gets in. Make it public: docs/operations.md, step 1.';
