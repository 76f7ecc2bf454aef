import { type Check, unless } from './check.ts';

/** What the names say. Each list is empty where the name has no such record. */
export interface Dns {
	/** TXT and MX of the name that bounces return to. */
	returnPath: { txt: readonly string[]; mx: readonly string[] };
	dkim: readonly string[];
	/** The nearest DMARC records, and what they call the policy: they may lie at a domain above the one that sends. */
	dmarc: { records: readonly string[]; policyTag: 'p' | 'sp' };
	/** The certificate authorities that may issue for the site, as the nearest name with CAA records has them. */
	issuers: readonly string[];
}

const tag = (record: string, name: string) =>
	new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;\\s]+)`, 'i').exec(record)?.[1]?.toLowerCase();

/** The DNS of the domain that sends, as Resend asks for it, and of the site. */
export const dnsChecks: readonly Check<Dns>[] = [
	{
		what: 'SPF: the return path names the servers that may send',
		judge: ({ returnPath }) => {
			const [record = '', ...more] = returnPath.txt.filter((text) => /^v=spf1\b/i.test(text));
			return unless(
				/\sinclude:amazonses\.com\s(?:.*\s)?[~-]all$/i.test(record) && more.length === 0,
				'Enter the TXT record of send.<domain> as Resend → Domains shows it, and no other SPF.',
			);
		},
	},
	{
		what: 'MX: bounces come back to Resend',
		judge: ({ returnPath }) =>
			unless(
				returnPath.mx.some((host) => /^feedback-smtp\.eu-/i.test(host)),
				'Enter the MX record of send.<domain>. In the region Ireland it begins with feedback-smtp.eu-.',
			),
	},
	{
		what: 'DKIM: e-mails are signed for the domain',
		judge: ({ dkim }) =>
			unless(
				dkim.some((text) => (tag(text, 'p') ?? '').length > 100),
				'Enter the TXT record of resend._domainkey.<domain> as Resend shows it.',
			),
	},
	{
		what: 'DMARC: forged e-mails are refused (p=reject)',
		judge: ({ dmarc: { records, policyTag } }) => {
			const [record, ...more] = records;
			if (record === undefined || more.length > 0) {
				return unless(
					false,
					'Enter exactly one TXT record at _dmarc.<domain>: v=DMARC1; p=none; rua=…',
				);
			}
			const policy = tag(record, policyTag) ?? tag(record, 'p');
			return unless(
				policy === 'reject' && (tag(record, 'pct') ?? '100') === '100',
				`It says "${record}". Go on until all is rejected: docs/operations.md, "Each month".`,
			);
		},
	},
	{
		what: 'CAA: only Netlify’s certificate authority may issue for the site',
		judge: ({ issuers }) =>
			unless(
				issuers.some((issuer) => /^letsencrypt\.org\b/i.test(issuer)),
				issuers.length === 0
					? 'Enter a CAA record for the site: 0 issue "letsencrypt.org".'
					: 'Add 0 issue "letsencrypt.org", or the certificate cannot be renewed.',
			),
	},
];
