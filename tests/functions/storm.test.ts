import { expect } from 'vitest';
import { setEnvironmentContext } from '@netlify/blobs';
import { idOf, referenceOf } from '#application/confirming/id.ts';
import { accept } from '#application/outbox/accept.ts';
import { headStart, processOutbox } from '#application/outbox/process.ts';
import { recordDelivery } from '#application/outbox/record.ts';
import { settings } from '#content/settings.ts';
import { environment } from '#netlify/adapters/env.ts';
import { outboxPorts } from '#netlify/adapters/services.ts';
import { theChecked } from '../support/application.ts';
import { type Fault, FaultServer } from '../support/fault-server.ts';
import { test } from '../support/functions.ts';
import { nightly } from '../support/nightly.ts';

const many = nightly ? 500 : 30;
const atOnce = 20;
const minute = 60_000;

const statuses = (...all: number[]) => all.map((status) => ({ status }));
const storageFaults: Fault[] = [...statuses(401, 403, 429, 500, 503), 'reset', 'answer-lost'];
// A rate limit only makes it slow: provider-faults.test.ts.
const mailFaults: Fault[] = [...statuses(500, 502, 503), 'reset', 'answer-lost', 'cut-off'];

test(
	`${many} applications, ${atOnce} at a time, while a third of all requests fail: none lost, none doubled`,
	{ timeout: 1_200_000 },
	async ({ blobs, mailbox, clock, set }) => {
		const [storage, mail] = await Promise.all([
			FaultServer.open(blobs.url),
			FaultServer.open(mailbox.url),
		]);
		const { url } = storage;
		setEnvironmentContext({ edgeURL: url, uncachedEdgeURL: url, siteID: 'site', token: 'token' });
		set({ RESEND_BASE_URL: mail.url });

		// A fixed sequence, so that a run can be repeated.
		let state = 20261121;
		const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
		let share = 0.33;
		let faults = 0;
		const among = (table: readonly Fault[]) => () => {
			if (chance() >= share) return undefined;
			faults += 1;
			return table[Math.floor(chance() * table.length)];
		};
		storage.choose = among(storageFaults);
		mail.choose = among(mailFaults);

		/** As each call of a function has them. */
		const ports = () => outboxPorts(environment(), 'local');
		/** One applicant, who presses until there is a receipt. */
		const apply = async (n: number): Promise<string> => {
			const id = idOf(Date.now(), n.toString(16).padStart(32, '0'));
			const application = theChecked({ email: `nummer@by${n}.dk` });
			const digests = { fingerprint: `f${n}`, mailbox: `m${n}`, source: `s${n}` };
			const confirmed = { id, spareId: '', application, ...digests, marks: [] };
			for (;;) {
				const pressed = { ...confirmed, now: Date.now() };
				const accepted = await accept(pressed, ports().outbox).catch(() => null);
				if (!accepted) continue;
				if (accepted.isNew) await headStart(id, ports()).catch(() => undefined);
				return accepted.id;
			}
		};
		const numbers = Array.from({ length: many }, (_, n) => n).values();
		const ids: string[] = [];
		const press = async () => {
			for (const n of numbers) ids.push(await apply(n));
		};
		await Promise.all(Array.from({ length: atOnce }, press));

		for (let round = 0; round < 7; round++) {
			if (round === 4) share = 0;
			clock.forward(61 * minute);
			for (const { tags } of await mailbox.emailsTo(settings.projectLead.email)) {
				const { id = '' } = Object.fromEntries(tags.map(({ name, value }) => [name, value]));
				const about = { id, email: 'lead', generation: 1 } as const;
				const delivered = { kind: 'delivered', at: Date.now() } as const;
				await recordDelivery(about, delivered, ports().outbox).catch(() => undefined);
			}
			await processOutbox(ports(), Number.POSITIVE_INFINITY);
		}
		const subjects = (await mailbox.emailsTo(settings.projectLead.email)).map(
			(each) => each.subject,
		);
		const times = ids.map(
			(id) => subjects.filter((subject) => subject.includes(referenceOf(id))).length,
		);
		expect(times).toEqual(Array<number>(many).fill(1));
		expect(faults).toBeGreaterThan(5 * many);
		await Promise.all([storage.close(), mail.close()]);
	},
);
