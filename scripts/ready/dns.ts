import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises';
import { isUnder } from '#application/asking/email-address.ts';
import { type Check, later, must, should } from './check.ts';

/** The DNS records of the domain that sends and of the site. */
export interface Dns {
	/** TXT and MX of the name that bounces return to. */
	returnPath: { txt: readonly string[]; mx: readonly string[] };
	dkim: readonly string[];
	/** DMARC records of the domain that sends. */
	dmarc: readonly string[];
	/** Names where another domain would have to accept the reports, and does not. */
	refusing: readonly string[];
	/** The certificate authorities that may issue for the site, by the nearest name with CAA records. */
	issuers: readonly string[];
}

const isNetlifys = (issuer: string) => /^letsencrypt\.org\b/i.test(issuer);

/** The value of a tag of a DKIM or DMARC record (RFC 9989, 4.7), in lower case. */
const tag = (record: string, name: string) =>
	new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;]+)`, 'i').exec(record)?.[1]?.trim().toLowerCase() ??
	'';

/** The domains that DMARC reports are sent to. */
const reportedTo = (record: string) =>
	[...tag(record, 'rua').matchAll(/mailto:[^@,]+@([^,!]+)/g)].map(([, name = '']) => name.trim());

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
		({ dkim }) => dkim.some((text) => tag(text, 'p').length > 100),
		'Enter the TXT record of resend._domainkey.<domain> as Resend shows it.',
	),
	must(
		'DMARC: the domain that sends has one record',
		({ dmarc }) => dmarc.length === 1,
		'Enter exactly one TXT record at _dmarc.<domain>: v=DMARC1; p=none; rua=mailto:… Also if a domain above has one, since its owner decides on that one’s policy and reports.',
	),
	should(
		'DMARC: reports reach a mailbox',
		({ dmarc: [record = ''], refusing }) => reportedTo(record).length > 0 && refusing.length === 0,
		({ refusing }) =>
			refusing.length === 0
				? 'Add rua=mailto:A-MAILBOX-THAT-IS-READ.'
				: `Another domain must agree: TXT "v=DMARC1" at ${refusing.join(', ')}.`,
	),
	later(
		// By RFC 9989, `t=y` asks receivers to apply the next lower policy. `pct` is gone; older receivers still read it.
		'DMARC: forged e-mails are refused (p=reject)',
		({ dmarc: [record = '', ...more] }) =>
			more.length === 0 &&
			tag(record, 'p') === 'reject' &&
			tag(record, 't') !== 'y' &&
			['', '100'].includes(tag(record, 'pct')),
		({ dmarc: [record = ''] }) =>
			`It says "${record}". Go on, without t=y or pct: docs/operations.md, "Each month".`,
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

type Records = Pick<Resolver, 'resolveTxt' | 'resolveMx' | 'resolveNs' | 'resolveCaa'>;

/**
 * Asks the DNS about the domain that sends and the host of the site. If one question is not answered, it throws: a
 * missing answer is not a missing record.
 */
export async function lookAtDns(
	sender: string,
	site: string | undefined,
	resolver: Records = new Resolver({ timeout: 2000, tries: 2 }),
): Promise<Dns> {
	const txt = async (name: string) =>
		(await held(resolver.resolveTxt(name))).map((parts) => parts.join(''));
	const dmarcAt = async (name: string) =>
		(await txt(name)).filter((text) => /^v=DMARC1\b/i.test(text));
	// A network without DNS may call every name unknown: this one is known to exist.
	if ((await held(resolver.resolveNs('dk'))).length === 0) throw new Error(unheard);
	const dmarc = await dmarcAt(`_dmarc.${sender}`);
	const refusing = [];
	for (const to of reportedTo(dmarc[0] ?? '')) {
		const name = `${sender}._report._dmarc.${to}`;
		const isOwn = isUnder(to, sender) || isUnder(sender, to);
		if (!isOwn && (await dmarcAt(name)).length === 0) refusing.push(name);
	}
	const issuers = [];
	for (let name = site ?? ''; name !== ''; name = name.replace(/^[^.]*\.?/, '')) {
		const records = await held(resolver.resolveCaa(name));
		issuers.push(...records.flatMap(({ issue }) => issue ?? []));
		if (records.length > 0) break;
	}
	return {
		returnPath: {
			txt: await txt(`send.${sender}`),
			mx: (await held(resolver.resolveMx(`send.${sender}`))).map(({ exchange }) => exchange),
		},
		dkim: await txt(`resend._domainkey.${sender}`),
		dmarc,
		refusing,
		issuers,
	};
}

const unheard = 'The DNS does not answer every question from here. Try another network.';

/** The records of a name; none if it has none. Throws if the question was not answered. */
async function held<Record>(question: Promise<Record[]>): Promise<Record[]> {
	return question.catch((cause: unknown) => {
		if (cause instanceof Error && 'code' in cause && none.has(cause.code)) return [];
		throw new Error(unheard, { cause });
	});
}

const none = new Set<unknown>([NODATA, NOTFOUND]);
