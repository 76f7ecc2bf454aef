import { type Check, unless } from './check.ts';

/** What the names say. Each list is empty where the name has no such record. */
export interface Dns {
	/** TXT and MX of the name that bounces return to. */
	returnPath: { txt: readonly string[]; mx: readonly string[] };
	dkim: readonly string[];
	/** The nearest DMARC record, at the sending domain or above it. */
	dmarc: readonly string[];
	/** The certificate authorities that may issue for the site, nearest name first. */
	issuers: readonly string[];
}

const tag = (record: string, name: string) =>
	new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;\\s]+)`, 'i').exec(record)?.[1]?.toLowerCase();

/** The DNS of the domain that sends, as Resend asks for it, and of the site. */
export const dnsChecks: readonly Check<Dns>[] = [
	{
		what: 'SPF: the return path names the servers that may send',
		judge: ({ returnPath }) =>
			unless(
				returnPath.txt.filter((text) => /^v=spf1\s.*include:amazonses\.com\b/i.test(text))
					.length === 1,
				'Enter the TXT record of send.<domain> as Resend → Domains shows it, once.',
			),
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
		judge: ({ dmarc }) => {
			const [record, ...more] = dmarc.filter((text) => /^v=DMARC1\b/i.test(text));
			if (record === undefined || more.length > 0) {
				return unless(
					false,
					'Enter exactly one TXT record at _dmarc.<domain>: v=DMARC1; p=none; rua=…',
				);
			}
			const policy = tag(record, 'p');
			return unless(
				policy === 'reject',
				`It says p=${policy ?? 'nothing'}. Go on to reject; docs/operations.md says how.`,
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
