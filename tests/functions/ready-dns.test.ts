import { expect, test } from 'vitest';
import { type Check, judged } from '../../scripts/ready/check.ts';
import { type Dns, dnsChecks } from '../../scripts/ready/dns.ts';
import { lookAtDns } from '../../scripts/ready/look.ts';
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

/** The kinds of what is found wrong: the words in front of the colon. */
async function wrongIn(changed: Zone): Promise<readonly string[]> {
	const { seen } = await look({ ...good, ...changed });
	expect(seen).not.toBeNull();
	return judged('', dnsChecks as readonly Check<Dns | null>[], seen).wrong.map(
		({ what }) => what.split(':')[0] ?? '',
	);
}

const spf = 'TXT send.post.tryghed.example';
const dkim = 'TXT resend._domainkey.post.tryghed.example';
const dmarc = 'TXT _dmarc.post.tryghed.example';
const dmarcAbove = 'TXT _dmarc.tryghed.example';
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

	'no DMARC': [{ [dmarc]: [] }, ['DMARC']],
	'DMARC twice': [{ [dmarc]: [txt('v=DMARC1; p=reject'), txt('v=DMARC1; p=reject')] }, ['DMARC']],
	'DMARC none': [{ [dmarc]: [txt('v=DMARC1; p=none')] }, ['DMARC']],
	'DMARC quarantine': [{ [dmarc]: [txt('v=DMARC1; p=quarantine')] }, ['DMARC']],
	'DMARC reject, for one e-mail in ten': [
		{ [dmarc]: [txt('v=DMARC1; p=reject; pct=10')] },
		['DMARC'],
	],
	'DMARC of the domain above': [{ [dmarc]: [], [dmarcAbove]: [txt('v=DMARC1; p=reject')] }, []],
	'DMARC of the domain above that says less of what is under it': [
		{ [dmarc]: [], [dmarcAbove]: [txt('v=DMARC1; p=reject; sp=none')] },
		['DMARC'],
	],
	'DMARC of the domain above that says more of what is under it': [
		{ [dmarc]: [], [dmarcAbove]: [txt('v=DMARC1; p=none; sp=reject')] },
		[],
	],
	'another text where DMARC would be, and DMARC above': [
		{ [dmarc]: [txt('a wildcard')], [dmarcAbove]: [txt('v=DMARC1; p=reject')] },
		[],
	],

	'no CAA': [{ 'CAA tryghed.example': [] }, ['CAA']],
	'CAA that forbids everybody': [{ 'CAA tryghed.example': [caa('issue', ';')] }, ['CAA']],
	'CAA of another issuer': [{ 'CAA tryghed.example': [caa('issue', 'digicert.com')] }, ['CAA']],
	'CAA at the site, which is nearer than the one above': [
		{
			'CAA www.tryghed.example': [caa('issue', 'letsencrypt.org')],
			'CAA tryghed.example': [caa('issue', 'digicert.com')],
		},
		[],
	],
	'CAA at the site that lets anybody issue, whatever is above': [
		{ 'CAA www.tryghed.example': [caa('iodef', 'mailto:x@tryghed.example')] },
		['CAA'],
	],
};
for (const [what, [zone, wrong]] of Object.entries(cases)) {
	test(`the DNS of a name server: ${what}`, async () => {
		expect(await wrongIn(zone)).toEqual(wrong);
	});
}

test('the nearest DMARC record is found, and no other is asked for', async () => {
	const { asked } = await look(good);
	expect(asked).not.toContain(dmarcAbove);
});

test('a network that knows no name at all has shown nothing', async () => {
	expect((await look({})).seen).toBeNull();
});

for (const question of Object.keys(good)) {
	test(`where the answer about ${question} is refused, nothing is called missing`, async () => {
		expect((await look({ ...good, [question]: 'refused' })).seen).toBeNull();
	});
}

for (const question of ['NS dk', dmarc]) {
	test.concurrent(
		`where ${question} gets no answer, no other question waits for one`,
		async () => {
			const { seen, asked } = await look({ ...good, [question]: 'silent' });
			expect(seen).toBeNull();
			expect(asked.at(-1)).toBe(question);
		},
		30_000,
	);
}
