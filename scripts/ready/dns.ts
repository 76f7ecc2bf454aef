import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises';
import { isUnder } from '#application/asking/email-address.ts';
import { type Check, later, must, should, type Sight } from './check.ts';
import { type Dmarc, dmarcOf, tag } from './dmarc.ts';

/** What the names say. Each list is empty if the name has no such record. */
export interface Dns {
	/** TXT and MX of the name that bounces return to. */
	returnPath: { txt: readonly string[]; mx: readonly string[] };
	dkim: readonly string[];
	dmarc: Dmarc | null;
	/** Domains that do not accept the reports that are sent to them. */
	refusing: readonly string[];
	/** The certificate authorities that may issue for the site, as the nearest name with CAA records has them. */
	issuers: readonly string[];
}

const isNetlifys = (issuer: string) => /^letsencrypt\.org\b/i.test(issuer);

/** The DNS of the domain that sends, as Resend asks for it, and of the site. */
export const dnsChecks: readonly Check<Dns>[] = [
	must(
		'SPF: the return path names the servers that may send',
		({ returnPath }) => {
			const [record = '', ...more] = returnPath.txt.filter((text) => /^v=spf1\b/i.test(text));
			return /\sinclude:amazonses\.com\s(?:.*\s)?[~-]all$/i.test(record) && more.length === 0;
		},
		'Enter the TXT record of send.<domain> as Resend → Domains shows it, and no other SPF.',
	),
	must(
		'MX: bounces come back to Resend',
		({ returnPath }) => returnPath.mx.some((host) => /^feedback-smtp\.eu-/i.test(host)),
		'Enter the MX record of send.<domain>. In the region Ireland it begins with feedback-smtp.eu-.',
	),
	must(
		'DKIM: e-mails are signed for the domain',
		({ dkim }) => dkim.some((text) => (tag(text, 'p') ?? '').length > 100),
		'Enter the TXT record of resend._domainkey.<domain> as Resend shows it.',
	),
	must(
		'DMARC: one record applies',
		({ dmarc }) => dmarc !== null,
		'Enter exactly one TXT record at _dmarc.<domain>: v=DMARC1; p=none; rua=mailto:…',
	),
	should(
		'DMARC: reports reach a mailbox',
		({ dmarc, refusing }) => (dmarc?.reportTo.length ?? 0) > 0 && refusing.length === 0,
		({ dmarc, refusing }) =>
			refusing.length === 0
				? 'Add rua=mailto:A-MAILBOX-THAT-IS-READ.'
				: `Another domain must agree: TXT "v=DMARC1" at ${refusing.map((to) => `${dmarc?.name}._report._dmarc.${to}`).join(', ')}.`,
	),
	later(
		'DMARC: forged e-mails are refused (p=reject)',
		({ dmarc }) => dmarc?.policy === 'reject' && (tag(dmarc.record, 'pct') ?? '100') === '100',
		({ dmarc }) =>
			`It says "${dmarc?.record ?? ''}". Go on, without t=y or pct: docs/operations.md, "Each month".`,
	),
	must(
		'CAA: nothing keeps Netlify from renewing the certificate',
		({ issuers }) => issuers.length === 0 || issuers.some(isNetlifys),
		'Add 0 issue "letsencrypt.org" beside the other CAA records.',
	),
	later(
		'CAA: not just any authority may issue a certificate for the site',
		({ issuers }) => issuers.some(isNetlifys),
		'Enter 0 issue "letsencrypt.org", if nobody else issues certificates there: step 1.',
	),
];

/**
 * Asks the DNS about the domain that sends and the host of the site. If one question stays open, nothing counts as
 * seen: a missing answer is not a missing record.
 *
 * @param servers others than those of this machine
 */
export async function lookAtDns(
	sender: string,
	site: string | undefined,
	servers?: readonly string[],
): Promise<Sight<Dns>> {
	const resolver = new Resolver({ timeout: 2000, tries: 2 });
	if (servers) resolver.setServers(servers);
	const txt = async (name: string) =>
		(await held(resolver.resolveTxt(name))).map((parts) => parts.join(''));
	const dmarcAt = async (name: string) =>
		(await txt(name)).filter((text) => /^v=DMARC1\b/i.test(text));
	try {
		// A network without DNS may call every name unknown: this one is known to exist.
		if ((await held(resolver.resolveNs('dk'))).length === 0) return unheard;
		const walk = [];
		for (const name of [sender, ...above(sender)].slice(0, 8)) {
			const [record, ...more] = await dmarcAt(`_dmarc.${name}`);
			// Several records at a name count as none.
			if (record !== undefined && more.length === 0) walk.push({ name, record });
		}
		const dmarc = dmarcOf(sender, walk);
		const refusing = [];
		for (const to of dmarc?.reportTo ?? []) {
			if (!dmarc || isUnder(to, dmarc.name) || isUnder(dmarc.name, to)) continue;
			if ((await dmarcAt(`${dmarc.name}._report._dmarc.${to}`)).length === 0) refusing.push(to);
		}
		const issuers = [];
		for (const name of site ? [site, ...above(site)] : []) {
			const records = await held(resolver.resolveCaa(name));
			issuers.push(...records.flatMap(({ issue }) => issue ?? []));
			if (records.length > 0) break;
		}
		return {
			seen: {
				returnPath: {
					txt: await txt(`send.${sender}`),
					mx: (await held(resolver.resolveMx(`send.${sender}`))).map(({ exchange }) => exchange),
				},
				dkim: await txt(`resend._domainkey.${sender}`),
				dmarc,
				refusing,
				issuers,
			},
		};
	} catch {
		return unheard;
	}
}

const unheard = { why: 'The DNS does not answer every question from here. Try another network.' };

/** The domains above a name, up to its top domain. */
function above(name: string): string[] {
	const labels = name.split('.');
	return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}

/** The records of a name; none if it has none. Throws if nobody could say. */
async function held<Record>(question: Promise<Record[]>): Promise<Record[]> {
	return question.catch((error: unknown) => {
		const isNone = error instanceof Error && 'code' in error && none.has(error.code);
		if (isNone) return [];
		throw error;
	});
}

const none = new Set<unknown>([NODATA, NOTFOUND]);
