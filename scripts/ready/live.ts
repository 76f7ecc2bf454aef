import { expiryOf } from '#site/security-txt.ts';
import { type Check, unless } from './check.ts';

const month = 30 * 24 * 60 * 60_000;

/** What the published site answered. */
export interface Live {
	status: number;
	headers: Readonly<Record<string, string>>;
	/** Where the address without encryption leads to. */
	insecure: string | null;
	was: string | null;
	health: { status: number; body: string };
	/** What is published for whoever finds a hole; `null` where nothing is. */
	securityTxt: string | null;
	/** Milliseconds since 1970. */
	now: number;
}

/**
 * The published site, as a visitor and as the monitor meet it.
 *
 * @param headers those that every page has; their values depend on the styles, so only names are compared
 */
export function liveChecks(headers: readonly string[]): readonly Check<Live>[] {
	return [
		{
			what: 'The front page answers',
			judge: ({ status }) => unless(status === 200, `It answers ${status}. See Netlify → Deploys.`),
		},
		{
			what: 'Without https, a visitor is led to https',
			judge: ({ insecure }) =>
				unless(
					insecure?.startsWith('https://') === true,
					'See Netlify → Domain management → HTTPS.',
				),
		},
		{
			what: 'Pages have every header that protects them',
			judge: (live) => {
				const missing = headers.filter((name) => !(name.toLowerCase() in live.headers));
				return unless(missing.length === 0, `Missing: ${missing.join(', ')}. See dist/_headers.`);
			},
		},
		{
			what: 'No cookie is set',
			judge: (live) =>
				unless(!('set-cookie' in live.headers), 'Find out who sets it, and stop it.'),
		},
		{
			what: '/was leads to the accessibility statement',
			judge: ({ was }) =>
				unless(
					was?.startsWith('https://was.digst.dk/') === true,
					'Set accessibilityStatement, and publish.',
				),
		},
		{
			what: 'Whoever finds a hole is told whom to write to, for a month more at least',
			judge: ({ securityTxt, now }) =>
				unless(
					expiryOf(securityTxt ?? '') - now > month,
					'Set mailboxes.security, and publish: each commit that is published renews it for a year.',
				),
		},
		{
			what: 'Health: applications are taken and delivered',
			judge: ({ health }) =>
				unless(health.status === 200, `It answers ${health.status}: ${inOneLine(health.body)}`),
		},
	];
}

function inOneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim().slice(0, 400);
}
