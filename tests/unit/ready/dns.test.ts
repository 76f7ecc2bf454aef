import { NOTFOUND, REFUSED } from 'node:dns/promises';
import { expect, test } from 'vitest';
import { judged } from '../../../scripts/ready/check.ts';
import { dnsChecks, lookAtDns } from '../../../scripts/ready/dns.ts';

/** Answers of the DNS, by `TYPE name`. A name that is not there does not exist. */
type Zone = Readonly<Record<string, readonly unknown[] | 'refused'>>;

/** A long text lies in DNS in pieces. */
const txt = (text: string) => text.match(/.{1,255}/g);
const spf = 'TXT send.post.tryghed.example';
const mx = 'MX send.post.tryghed.example';
const dkim = 'TXT resend._domainkey.post.tryghed.example';
const dmarc = 'TXT _dmarc.post.tryghed.example';
const caa = 'CAA tryghed.example';
const ours = txt('v=spf1 include:amazonses.com ~all');
const letsEncrypt = { issue: 'letsencrypt.org' };

/** The domain that sends lies under that of the site. */
const good: Zone = {
	'NS dk': ['b.nic.dk'],
	[spf]: [ours],
	[mx]: [{ exchange: 'feedback-smtp.eu-west-1.amazonses.com' }],
	[dkim]: [txt(`p=${'M'.repeat(392)}`)],
	[dmarc]: [txt('v=DMARC1; p=reject; rua=mailto:x@tryghed.example')],
	[caa]: [letsEncrypt],
};

function look(zone: Zone) {
	const answer = (type: string) => (name: string) => {
		const records = zone[`${type} ${name}`] ?? NOTFOUND;
		return typeof records === 'string'
			? Promise.reject(
					Object.assign(new Error(), { code: records === 'refused' ? REFUSED : records }),
				)
			: Promise.resolve(records as never);
	};
	return lookAtDns('post.tryghed.example', 'www.tryghed.example', {
		resolveTxt: answer('TXT'),
		resolveMx: answer('MX'),
		resolveNs: answer('NS'),
		resolveCaa: answer('CAA'),
	});
}

const anyIssuer = ['CAA: not'];
const noIssuer = ['CAA: nothing', ...anyIssuer];
const forged = ['DMARC: forged'];
const reports = ['DMARC: reports'];
const allDmarc = ['DMARC: the', ...reports, ...forged];
const policy = (text: string) => ({
	[dmarc]: [txt(`v=DMARC1; ${text}; rua=mailto:x@tryghed.example`)],
});
const spfs = (...texts: string[]) => ({ [spf]: texts.map(txt) });
const elsewhere = { [dmarc]: [txt('v=DMARC1; p=reject; rua=mailto:x@reports.example!10m')] };

const cases: Record<string, [changed: Zone, ...wrong: string[]]> = {
	'everything as Resend shows it, CAA at the domain above': [{}],

	'no SPF': [{ [spf]: [] }, 'SPF'],
	'SPF beside another text': [{ [spf]: [txt('google-site-verification=x'), ours] }],
	'SPF twice': [{ [spf]: [ours, ours] }, 'SPF'],
	'SPF that fails hard': [spfs('v=spf1 include:amazonses.com -all')],
	'SPF that lets anybody send': [spfs('v=spf1 include:amazonses.com +all'), 'SPF'],
	'SPF of somebody else': [spfs('v=spf1 include:spf.example ~all'), 'SPF'],

	'no MX': [{ [mx]: [] }, 'MX'],
	'MX in the USA': [{ [mx]: [{ exchange: 'feedback-smtp.us-east-1.amazonses.com' }] }, 'MX'],

	'no DKIM': [{ [dkim]: [] }, 'DKIM'],
	'DKIM with its key withdrawn': [{ [dkim]: [txt('v=DKIM1; p=')] }, 'DKIM'],

	'no DMARC': [{ [dmarc]: [] }, ...allDmarc],
	'another text where DMARC would be': [{ [dmarc]: [txt('a wildcard')] }, ...allDmarc],
	'DMARC twice, of which neither counts': [
		{ [dmarc]: [txt('v=DMARC1; p=reject; rua=mailto:x@tryghed.example'), txt('v=DMARC1')] },
		'DMARC: the',
		...forged,
	],
	'DMARC none, as a new domain begins': [policy('p=none'), ...forged],
	'DMARC quarantine': [policy('p=quarantine'), ...forged],
	'DMARC reject in test mode, which asks for quarantine': [policy('p=reject; t=y'), ...forged],
	'DMARC reject, in test mode no more': [policy('p=reject; t=n')],
	'DMARC with pct, which is gone, though older receivers read it': [
		policy('p=reject; pct=10'),
		...forged,
	],
	'DMARC without reports': [{ [dmarc]: [txt('v=DMARC1; p=reject')] }, ...reports],
	'DMARC reports to another domain that has not agreed': [elsewhere, ...reports],
	'DMARC reports to another domain that has agreed': [
		{
			...elsewhere,
			'TXT post.tryghed.example._report._dmarc.reports.example': [txt('v=DMARC1')],
		},
	],

	'no CAA': [{ [caa]: [] }, ...anyIssuer],
	'CAA that forbids everybody': [{ [caa]: [{ issue: ';' }] }, ...noIssuer],
	'CAA of another issuer': [{ [caa]: [{ issue: 'digicert.com' }] }, ...noIssuer],
	'CAA at the site, which is nearer than the one above': [
		{ 'CAA www.tryghed.example': [letsEncrypt], [caa]: [{ issue: 'digicert.com' }] },
	],
	'CAA at the site that lets anybody issue, whatever is above': [
		{ 'CAA www.tryghed.example': [{ iodef: 'mailto:x@tryghed.example' }] },
		...anyIssuer,
	],
};
test.each(Object.entries(cases))('the DNS is judged: %s', async (_, [changed, ...wrong]) => {
	const results = await judged(dnsChecks, () => look({ ...good, ...changed }));
	const found = results.filter(({ state }) => state === 'wrong');
	expect(found.map(({ what }) => what)).toEqual(
		wrong.map((start) => expect.stringMatching(`^${start}`) as string),
	);
});

test('a network that knows no name at all has shown nothing', async () => {
	await expect(look({})).rejects.toThrow('The DNS does not answer');
});

test.each(Object.keys(good))(
	'while %s is not answered, nothing is called missing',
	async (name) => {
		await expect(look({ ...good, [name]: 'refused' })).rejects.toThrow('The DNS does not answer');
	},
);
