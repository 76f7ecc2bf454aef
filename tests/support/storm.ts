// Many applications at once through the real clients of storage and mail, both of which fail often.
// Run as a process of its own: NODE_ENV=test makes the Blobs client wait 1 ms instead of 5 s between
// its tries. Prints one line of JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';
import { accept } from '#application/confirming/accept.ts';
import type { Delivering } from '#application/delivering/ports.ts';
import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import { idOf } from '#application/confirming/id.ts';
import { recordEvent } from '#application/delivering/provider-event.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { originOf } from '#application/confirming/suspicion.ts';
import { deliverAtOnce } from '#application/delivering/deliver.ts';
import { sweep } from '#application/delivering/sweep.ts';
import { settings } from '#content/settings.ts';
import { resendMailer } from '#netlify/adapters/mailer.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { sealWith, signWith } from '#netlify/adapters/seal.ts';
import { blobStore } from '#netlify/adapters/store.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { questions, theChecked } from './application.ts';
import { type Fault, FaultServer } from './fault-server.ts';
import { Mailbox } from './mailbox.ts';
import { nightly } from './nightly.ts';

export interface Storm {
	applications: number;
	acknowledged: number;
	presses: number;
	delivered: number;
	doubled: number;
	lost: number;
	faults: number;
	requests: number;
	seconds: number;
}

const applications = nightly ? 500 : 60;
const atOnce = 20;
const share = 0.3;

const storageFaults: Fault[] = [
	{ status: 401 },
	{ status: 403 },
	{ status: 429 },
	{ status: 500 },
	{ status: 503 },
	'reset',
	'answer-lost',
];
const mailFaults: Fault[] = [
	{ status: 429, body: '{"statusCode":429,"name":"rate_limit_exceeded","message":""}' },
	{ status: 500, body: '{"statusCode":500,"name":"application_error","message":""}' },
	{ status: 502, body: '<html>Bad gateway</html>' },
	{ status: 503 },
	'reset',
	'answer-lost',
	'cut-off',
];

const mailbox = await Mailbox.open();
const directory = await mkdtemp(join(tmpdir(), 'storm-'));
const blobs = new BlobsServer({ directory });
const { port } = await blobs.start();
const storageDoor = await FaultServer.open(`http://localhost:${port}`);
const mailDoor = await FaultServer.open(mailbox.url);
const local = localEnvironment(mailDoor.url);
Object.assign(process.env, local);
const { url } = storageDoor;
setEnvironmentContext({ edgeURL: url, uncachedEdgeURL: url, siteID: 'site', token: 'token' });

// A fixed sequence, so that a run can be repeated.
let state = 20261121;
function chance(): number {
	state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
	return state / 2 ** 31;
}
let calm = false;
let requests = 0;
let faults = 0;
function among(table: readonly Fault[]): Fault | undefined {
	if (calm) return undefined;
	requests += 1;
	if (chance() >= share) return undefined;
	faults += 1;
	return table[Math.floor(chance() * table.length)];
}
storageDoor.choose = () => among(storageFaults);
mailDoor.choose = () => among(mailFaults);

let ahead = 0;
const ports: Delivering = {
	// However many there are, all of them are let through as people.
	outbox: {
		...outboxOn(blobStore('outbox'), sealWith([local.OUTBOX_KEY ?? ''])),
		entries: () => Promise.resolve([]),
	},
	mailer: resendMailer('re_local', 2000),
	writing: { questions, programme: settings, from: local.MAIL_FROM ?? '' },
	watch: 'vagt@eksempel.dk',
	clock: { now: () => Date.now() + ahead, wait: () => Promise.resolve() },
};
const sign = signWith(local.FORM_SECRET ?? '');
let presses = 0;

/** One applicant, who presses until there is a receipt. */
async function apply(n: number): Promise<string | undefined> {
	const application = theChecked({ email: `nummer@by${n}.dk`, area: `By ${n}` });
	const confirmed = {
		id: idOf(ports.clock.now(), n.toString(16).padStart(32, '0')),
		application,
		fingerprint: fingerprintOf(application, sign),
		...originOf(`20.${n >> 8}.${n & 255}.1`, application.email, sign),
		found: [],
	};
	for (let press = 0; press < 30; press++) {
		presses += 1;
		const now = ports.clock.now();
		const accepted = await accept({ ...confirmed, now }, ports.writing, ports.outbox).catch(
			() => null,
		);
		if (!accepted) continue;
		const { id, fresh } = accepted;
		if (fresh) await deliverAtOnce(fresh, ports).catch(() => undefined);
		return id;
	}
	return undefined;
}

const begun = performance.now();
const numbers = Array.from({ length: applications }, (_, n) => n).values();
const acknowledged: string[] = [];
await Promise.all(
	Array.from({ length: atOnce }, async () => {
		for (const n of numbers) {
			const id = await apply(n);
			if (id) acknowledged.push(id);
		}
	}),
);
/** Resend tells what it has delivered, each event until it is answered with a success. */
const told = new Set<string>();
async function tellDelivered(): Promise<void> {
	for (const { id, tags } of await mailbox.emails()) {
		if (told.has(id)) continue;
		const event = {
			type: 'email.delivered',
			created_at: new Date(ports.clock.now()).toISOString(),
			data: { tags },
		};
		const answer = await recordEvent(event, id, ports.outbox).catch(() => undefined);
		if (answer) told.add(id);
	}
}

for (let round = 0; round < 7; round++) {
	calm = round >= 4;
	ahead += 61 * 60_000;
	await tellDelivered();
	await sweep(ports, Number.POSITIVE_INFINITY).catch(() => undefined);
}

const subjects = (await mailbox.emailsTo(settings.projectLead.email)).map(({ subject }) => subject);
const times = (id: string) =>
	subjects.filter((subject) => subject.includes(referenceOf(id))).length;
const storm: Storm = {
	applications,
	acknowledged: acknowledged.length,
	presses,
	delivered: acknowledged.filter((id) => times(id) > 0).length,
	doubled: acknowledged.filter((id) => times(id) > 1).length,
	lost: acknowledged.filter((id) => times(id) === 0).length,
	faults,
	requests,
	seconds: Math.round((performance.now() - begun) / 1000),
};
console.log(JSON.stringify(storm));
await Promise.all([storageDoor.close(), mailDoor.close(), blobs.stop(), mailbox.close()]);
await rm(directory, { recursive: true });
process.exit(0);
