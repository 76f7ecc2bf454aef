import { securityHeaders } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { expiryOf } from '#site/security-txt.ts';
import { type Check, judged, must, type Result, should, type Sight } from './check.ts';

const month = 30 * 24 * 60 * 60_000;
/** Milliseconds: a function that has slept and asks the storage takes its time. */
const patience = 20_000;

/** What the published site answers. */
export interface Live {
	status: number;
	headers: Readonly<Record<string, string>>;
	/** Where the address without encryption leads to. */
	insecure: string | null;
	was: string | null;
	health: { status: number; body: string };
	/** `null` if there is none. */
	securityTxt: string | null;
	/** Milliseconds since 1970. */
	now: number;
}

const publicCheck: Check<Live> = must(
	'Anybody can open the site',
	({ status }) => status === 200,
	({ status }) =>
		status === 401
			? 'The project is private: whoever is signed in to Netlify does not notice, and no webhook gets in. Make it public: docs/operations.md, step 1.'
			: `It answers ${status}. See Netlify → Deploys.`,
);

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
		'/was leads to the accessibility statement',
		({ was }) => was?.startsWith('https://was.digst.dk/') === true,
		'Set accessibilityStatement, and publish.',
	),
	should(
		'security.txt names a mailbox, for a month more at least',
		({ securityTxt, now }) => expiryOf(securityTxt ?? '') - now > month,
		'Set mailboxes.security, and publish: each commit that is published renews it for a year.',
	),
	must(
		'Health: applications are taken and delivered',
		({ health }) => health.status === 200,
		({ health }) =>
			`It answers ${health.status}: ${health.body.replaceAll(/\s+/g, ' ').trim().slice(0, 400)}`,
	),
];

/** Judges the published site. Where it is not public, nothing else is judged. */
export function judgeLive(sight: Sight<Live>): Result[] {
	const isPublic = 'why' in sight || sight.seen.status === 200;
	return [
		...judged([publicCheck], sight),
		...judged(liveChecks, isPublic ? sight : { why: 'The site is not open to anybody.' }),
	];
}

/** Asks the published site as a visitor and as the monitor do. */
export async function lookAtSite(address: string): Promise<Sight<Live>> {
	const get = (path: string, base = address) =>
		fetch(new URL(path, base), { redirect: 'manual', signal: AbortSignal.timeout(patience) });
	try {
		const home = await get('/');
		const [was, health] = [await get(paths.was), await get('/api/health')];
		const security = await get(paths.security);
		const insecure = await get('/', address.replace('https:', 'http:')).catch(() => null);
		return {
			seen: {
				status: home.status,
				headers: Object.fromEntries(home.headers),
				insecure: insecure?.headers.get('location') ?? null,
				was: was.headers.get('location'),
				health: { status: health.status, body: await health.text() },
				securityTxt: security.ok ? await security.text() : null,
				now: Date.now(),
			},
		};
	} catch {
		return { why: `${new URL(address).host} does not answer from here.` };
	}
}
