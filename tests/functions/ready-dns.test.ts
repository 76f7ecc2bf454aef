import { expect, test } from 'vitest';
import { judged } from '../../scripts/ready/check.ts';
import { dnsChecks, lookAtDns } from '../../scripts/ready/dns.ts';
import { caa, mx, ns, openNameServer, txt, type Zone } from '../support/dns-server.ts';

/** The domain that sends lies under that of the site. */
const good: Zone = {
	'NS dk': [ns('b.nic.dk')],
	'TXT send.post.tryghed.example': [txt('v=spf1 include:amazonses.com ~all')],
	'MX send.post.tryghed.example': [mx('feedback-smtp.eu-west-1.amazonses.com')],
	'TXT resend._domainkey.post.tryghed.example': [txt(`p=${'M'.repeat(392)}`)],
	'TXT _dmarc.post.tryghed.example': [txt('v=DMARC1; p=reject; rua=mailto:x@tryghed.example')],
	'CAA tryghed.example': [caa('issue', 'letsencrypt.org')],
};

async function look(zone: Zone) {
	const server = await openNameServer(zone);
	const seen = await lookAtDns('post.tryghed.example', 'www.tryghed.example', [server.address]);
	await server.close();
	return { seen, asked: server.asked };
}

/** What is found wrong: the words in front of the colon, and of some the one behind it. */
async function wrongIn(changed: Zone): Promise<readonly string[]> {
	const { seen } = await look({ ...good, ...changed });
	const wrong = judged(dnsChecks, seen).filter(({ state }) => state === 'wrong');
	return wrong.map(({ what }) => what.replace(/^(SPF|MX|DKIM):.*|^((DMARC|CAA): \w+).*/, '$1$2'));
}

const spf = 'TXT send.post.tryghed.example';
const dkim = 'TXT resend._domainkey.post.tryghed.example';
const dmarc = 'TXT _dmarc.post.tryghed.example';
const dmarcAbove = 'TXT _dmarc.tryghed.example';
const anyIssuer = ['CAA: not'];
const noIssuer = ['CAA: nothing', ...anyIssuer];
const forged = ['DMARC: forged'];
const all = ['DMARC: one', 'DMARC: reports', ...forged];
const record = (policy: string) => txt(`v=DMARC1; ${policy}; rua=mailto:x@tryghed.example`);
const ours = txt('v=spf1 include:amazonses.com ~all');

const cases: Record<string, [zone: Zone, wrong: readonly string[]]> = {
	'everything as Resend shows it, CAA at the domain above': [{}, []],

	'no SPF': [{ [spf]: [] }, ['SPF']],
	'SPF beside another text': [{ [spf]: [txt('google-site-verification=x'), ours] }, []],
	'SPF twice': [{ [spf]: [ours, ours] }, ['SPF']],
	'SPF of two senders, of which neither counts then': [
		{ [spf]: [ours, txt('v=spf1 include:spf.protection.example -all')] },
		['SPF'],
	],
	'SPF that fails hard': [{ [spf]: [txt('v=spf1 include:amazonses.com -all')] }, []],
	'SPF that lets anybody send': [{ [spf]: [txt('v=spf1 include:amazonses.com +all')] }, ['SPF']],
	'SPF of somebody else': [{ [spf]: [txt('v=spf1 include:spf.example ~all')] }, ['SPF']],

	'bounces that go nowhere': [{ 'MX send.post.tryghed.example': [] }, ['MX']],
	'bounces that go to the USA': [
		{ 'MX send.post.tryghed.example': [mx('feedback-smtp.us-east-1.amazonses.com')] },
		['MX'],
	],

	'no DKIM': [{ [dkim]: [] }, ['DKIM']],
	'DKIM with its key withdrawn': [{ [dkim]: [txt('v=DKIM1; p=')] }, ['DKIM']],

	'no DMARC': [{ [dmarc]: [] }, all],
	'DMARC twice, of which neither counts': [
		{ [dmarc]: [txt('v=DMARC1; p=reject'), txt('v=DMARC1; p=reject')] },
		all,
	],
	'DMARC none, as a new domain begins': [{ [dmarc]: [record('p=none')] }, forged],
	'DMARC quarantine': [{ [dmarc]: [record('p=quarantine')] }, forged],
	'DMARC reject in test mode, which asks for quarantine': [
		{ [dmarc]: [record('p=reject; t=y')] },
		forged,
	],
	'DMARC reject, in test mode no more': [{ [dmarc]: [record('p=reject; t=n')] }, []],
	'DMARC with pct, which is gone, though older receivers still read it': [
		{ [dmarc]: [record('p=reject; pct=10')] },
		forged,
	],
	'DMARC without reports': [{ [dmarc]: [txt('v=DMARC1; p=reject')] }, ['DMARC: reports']],
	'DMARC reports to another domain that has not agreed': [
		{ [dmarc]: [txt('v=DMARC1; p=reject; rua=mailto:x@reports.example!10m')] },
		['DMARC: reports'],
	],
	'DMARC reports to another domain that has agreed': [
		{
			[dmarc]: [txt('v=DMARC1; p=reject; rua=mailto:x@reports.example')],
			'TXT post.tryghed.example._report._dmarc.reports.example': [txt('v=DMARC1')],
		},
		[],
	],
	'DMARC of the domain above': [{ [dmarc]: [], [dmarcAbove]: [record('p=reject')] }, []],
	'DMARC of the domain above that says less of what is under it': [
		{ [dmarc]: [], [dmarcAbove]: [record('p=reject; sp=none')] },
		forged,
	],
	'DMARC of the domain above that says more of what is under it': [
		{ [dmarc]: [], [dmarcAbove]: [record('p=none; sp=reject')] },
		[],
	],
	'DMARC of the top domain, which publishes for those under it': [
		{ [dmarc]: [], 'TXT _dmarc.example': [record('p=reject; psd=y; sp=none')] },
		forged,
	],
	'DMARC above, under a top domain that publishes one too': [
		{
			[dmarc]: [],
			[dmarcAbove]: [record('p=reject')],
			'TXT _dmarc.example': [record('p=none; psd=y')],
		},
		[],
	],
	'another text where DMARC would be, and DMARC above': [
		{ [dmarc]: [txt('a wildcard')], [dmarcAbove]: [record('p=reject')] },
		[],
	],

	'no CAA': [{ 'CAA tryghed.example': [] }, anyIssuer],
	'CAA that forbids everybody': [{ 'CAA tryghed.example': [caa('issue', ';')] }, noIssuer],
	'CAA of another issuer': [{ 'CAA tryghed.example': [caa('issue', 'digicert.com')] }, noIssuer],
	'CAA at the site, which is nearer than the one above': [
		{
			'CAA www.tryghed.example': [caa('issue', 'letsencrypt.org')],
			'CAA tryghed.example': [caa('issue', 'digicert.com')],
		},
		[],
	],
	'CAA at the site that lets anybody issue, whatever is above': [
		{ 'CAA www.tryghed.example': [caa('iodef', 'mailto:x@tryghed.example')] },
		anyIssuer,
	],
};
for (const [what, [zone, wrong]] of Object.entries(cases)) {
	test(`the DNS of a name server: ${what}`, async () => {
		expect(await wrongIn(zone)).toEqual(wrong);
	});
}

test('a network that knows no name at all has shown nothing', async () => {
	expect((await look({})).seen).toHaveProperty('why');
});

for (const question of Object.keys(good)) {
	test(`where the answer about ${question} is refused, nothing is called missing`, async () => {
		expect((await look({ ...good, [question]: 'refused' })).seen).toHaveProperty('why');
	});
}

for (const question of ['NS dk', dmarc]) {
	test.concurrent(
		`where ${question} gets no answer, no other question waits for one`,
		async () => {
			const { seen, asked } = await look({ ...good, [question]: 'silent' });
			expect(seen).toHaveProperty('why');
			expect(asked.at(-1)).toBe(question);
		},
		30_000,
	);
}
