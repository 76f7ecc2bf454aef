import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises';
import { isUnder } from '#application/mail-domain.ts';
import { later, must, type Result, should } from './check.ts';

/** The value of a tag of a DMARC record (RFC 9989, 4.7), in lower case. */
const tag = (record: string, name: string) =>
	new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;]+)`, 'i').exec(record)?.[1]?.trim().toLowerCase() ??
	'';

type Records = Pick<Resolver, 'resolveTxt' | 'resolveNs' | 'resolveCaa'>;

/**
 * Asks the DNS for the records that Resend does not look at: it verifies SPF, MX and DKIM. If one question is not
 * answered, it throws: a missing answer is not a missing record.
 *
 * @param sender the domain that sends
 * @param site the host of the site
 */
export async function dns(
	sender: string,
	site: string,
	resolver: Records = new Resolver({ timeout: 2000, tries: 2 }),
): Promise<Result[]> {
	const dmarcAt = async (name: string) =>
		(await held(resolver.resolveTxt(name)))
			.map((parts) => parts.join(''))
			.filter((text) => /^v=DMARC1\b/i.test(text));
	// A network without DNS may call every name unknown: this one is known to exist.
	if ((await held(resolver.resolveNs('dk'))).length === 0) throw new Error(unheard);
	const [record = '', ...more] = await dmarcAt(`_dmarc.${sender}`);
	const isOne = record !== '' && more.length === 0;
	const mailboxes = [...tag(record, 'rua').matchAll(/mailto:[^@,]+@([^,!\s]+)/g)];
	const refusing = [];
	for (const [, to = ''] of mailboxes) {
		const name = `${sender}._report._dmarc.${to}`;
		const isOwn = isUnder(to, sender) || isUnder(sender, to);
		if (!isOwn && (await dmarcAt(name)).length === 0) refusing.push(name);
	}
	/** The certificate authorities that may issue for the site, by the nearest name with CAA records. */
	const issuers = [];
	for (let name = site; name !== ''; name = name.replace(/^[^.]*\.?/, '')) {
		const records = await held(resolver.resolveCaa(name));
		issuers.push(...records.flatMap(({ issue }) => issue ?? []));
		if (records.length > 0) break;
	}
	return [
		must(
			'DMARC: the domain that sends has one record',
			isOne,
			'Enter exactly one TXT record at _dmarc.<domain>: v=DMARC1; p=none; rua=mailto:… Also if a domain above has one, since its owner decides on that one’s policy and reports.',
		),
		should(
			'DMARC: reports reach a mailbox',
			mailboxes.length > 0 && refusing.length === 0,
			refusing.length === 0
				? 'Add rua=mailto:A-MAILBOX-THAT-IS-READ.'
				: `Another domain must agree: TXT "v=DMARC1" at ${refusing.join(', ')}.`,
		),
		later(
			// By RFC 9989, `t=y` asks receivers to apply the next lower policy. `pct` is gone; older receivers still read it.
			'DMARC: forged e-mails are refused (p=reject)',
			isOne &&
				tag(record, 'p') === 'reject' &&
				tag(record, 't') !== 'y' &&
				['', '100'].includes(tag(record, 'pct')),
			`It says "${record}". Go on, without t=y or pct: docs/operations.md, "Each month".`,
		),
		// Without a record anybody may issue. With one that does not name it, Netlify cannot renew.
		(issuers.length === 0 ? later : must)(
			'CAA: Netlify’s authority may issue the certificate of the site, and not just any',
			issuers.some((issuer) => /^letsencrypt\.org\b/i.test(issuer)),
			'Enter 0 issue "letsencrypt.org" beside those that are there: docs/operations.md, step 1.',
		),
	];
}

const unheard = 'The DNS does not answer every question from here. Try another network.';

/** The records of a name; none if it has none. Throws if the question was not answered. */
async function held<Record>(question: Promise<Record[]>): Promise<Record[]> {
	return question.catch((cause: unknown) => {
		const { code } = cause as NodeJS.ErrnoException;
		if (code === NODATA || code === NOTFOUND) return [];
		throw new Error(unheard, { cause });
	});
}
