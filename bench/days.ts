import { referenceOf } from '#application/confirming/id.ts';
import { day, hour, minute } from '#application/outbox/entry.ts';
import { theChecked } from '../tests/support/application.ts';
import {
	act,
	anAddress,
	anId,
	brought,
	coreOn,
	kindOf,
	type Press,
	post,
} from '../tests/support/core.ts';
import { type Fate, World, writing } from '../tests/support/world.ts';
import type { Part } from './report.ts';

/** Somebody who applies: when, in milliseconds after the day began, from which network, under which address. */
interface Arrival {
	at: number;
	network: number;
	email: string;
	marks?: Press['marks'];
	/** The one among robots whose wait is measured. */
	isPerson?: true;
}

/** A day that happens, or a few of them. */
interface Day {
	arrivals: readonly Arrival[];
	/** How long it is watched, and for how much of that a round runs every five minutes; then every hour. */
	lasts: number;
	isBusy: number;
	/** What becomes of e-mails to the project lead. */
	fate?: (time: number) => Fate;
	/** The provider's limit of e-mails a day. */
	allowance?: number;
	/** Whether the schedule does not run. */
	isAway?: (time: number) => boolean;
	/** When a person asks for another try of all that the mailbox refused. */
	retryAt?: number;
}

/** What came of a day. */
export interface Outcome {
	applications: number;
	/** Promised by receipt pages, and sent. */
	promised: number;
	receipts: number;
	/** Applications that came to the project lead in a letter of their own. */
	own: number;
	/** Applications that did not come. */
	lost: number;
	/** The longest that one took to the project lead, and the person's, in minutes. */
	lastMinutes: number;
	personMinutes: number | null;
	alarms: number;
	/** Applications that are still stored at the end. */
	stored: number;
}

function spread(count: number, from: number, to: number, more: Partial<Arrival> = {}): Arrival[] {
	return Array.from({ length: count }, (_, n) => ({
		at: from + Math.floor((n * (to - from)) / count),
		network: n,
		email: `nr${n}@by${n}.dk`,
		...more,
	}));
}
const thePerson = (at: number): Arrival => ({
	at,
	network: 60_000,
	email: 'person@eksempel.dk',
	isPerson: true,
});
/** Half of them with an address at the same provider. */
const halfGmail = (arrivals: readonly Arrival[]): Arrival[] =>
	arrivals.map((each, n) => (n % 2 ? { ...each, email: `nr${n}@gmail.com` } : each));

export const days = {
	'information evening: 40 people in one network, half with Gmail': {
		arrivals: halfGmail(spread(40, 20 * hour, 20.5 * hour, { network: 1 })),
		lasts: 2 * day,
		isBusy: day,
	},
	'television programme: 300 in an evening': {
		arrivals: halfGmail(spread(300, 20 * hour, 22 * hour)),
		lasts: 2 * day,
		isBusy: 26 * hour,
	},
	'the same, and the provider takes 100 e-mails a day': {
		arrivals: halfGmail(spread(300, 20 * hour, 22 * hour)),
		lasts: 14 * day,
		isBusy: 26 * hour,
		allowance: 100,
	},
	'project lead on holiday for two weeks, an automatic reply to each of 14': {
		arrivals: spread(14, 0, 14 * day),
		lasts: 30 * day,
		isBusy: 0,
		fate: (time) => (time < 14 * day ? 'auto-reply' : 'delivered'),
	},
	'project lead’s mailbox full for ten days, 42 applications, then `retry bounced`': {
		arrivals: spread(42, 0, 9.9 * day),
		lasts: 30 * day,
		isBusy: 0,
		fate: (time) => (time < 10 * day ? 'mailbox full' : 'delivered'),
		retryAt: 10 * day + hour,
	},
	'schedule away for 26 hours, 26 applications': {
		arrivals: spread(26, hour, 27 * hour),
		lasts: 3 * day,
		isBusy: 2 * day,
		isAway: (time) => time > hour && time < 27 * hour,
	},
	'21 posts a minute all night from one network, and a person': {
		arrivals: [...spread(21 * 8 * 60, 0, 8 * hour, { network: 1 }), thePerson(0.5 * hour)],
		lasts: 2 * day,
		isBusy: 12 * hour,
	},
	'30 slow posts a night from one network, and a person': {
		arrivals: [...spread(30, 0, 8 * hour, { network: 1 }), thePerson(7 * hour)],
		lasts: 2 * day,
		isBusy: day,
	},
	'200 that the form marked, and a person': {
		arrivals: [...spread(200, 0, day, { marks: ['honeypot'] }), thePerson(19.4 * hour)],
		lasts: 2 * day,
		isBusy: 26 * hour,
	},
} satisfies Record<string, Day>;

/** No round begins anything after so long. */
const budget = 280_000;

/** Lives through a day on a core, a storage and a provider that take their time. */
export async function live(plan: Day, start = Date.UTC(2026, 10, 24)): Promise<Outcome> {
	const { arrivals, lasts, isBusy, fate, allowance, isAway = () => false, retryAt } = plan;
	const world = new World();
	// Ten calls to the storage are made at the same time; the provider takes five e-mails a second.
	world.cost = { store: 2, send: 210 };
	world.perDay = allowance ?? null;
	const lead = writing.programme.projectLead.email;
	world.fate = ({ to }) => (to === lead ? fate?.(world.now - start) : undefined) ?? 'delivered';
	const applied: { id: string; arrival: Arrival; hasReceipt: boolean }[] = [];
	const left = arrivals.toSorted((one, other) => one.at - other.at);
	let posted = 0;
	let retryDue = retryAt ?? Number.POSITIVE_INFINITY;
	const notBrought = () => applied.filter(({ id }) => brought(world, id).length === 0);
	for (let time = 0; time < lasts;) {
		time += time < isBusy ? 5 * minute : hour;
		for (; left[0] && left[0].at < time; left.shift()) {
			const [arrival] = left;
			const { network, email, marks = [] } = arrival;
			world.now = Math.max(world.now, start + arrival.at);
			const press = {
				id: anId(world, applied.length + 1),
				spareId: '',
				application: theChecked({ email }),
				address: anAddress(network),
				marks,
				now: world.now,
			};
			const answer = await act(world, (core) => core.press(press));
			if (!answer) continue;
			applied.push({ ...answer, arrival });
			await act(world, (core) => core.headStart(answer.id));
		}
		world.now = Math.max(world.now, start + time);
		for (const event of world.events.slice(posted)) await post(world, event);
		posted = world.events.length;
		if (time >= retryDue) {
			await act(world, (core) => core.retry('bounced', world.now));
			retryDue = Number.POSITIVE_INFINITY;
		}
		if (!isAway(time)) await act(world, (core) => core.round(world.now + budget));
	}
	const waits = applied.flatMap(({ id, arrival }) => {
		const [first] = brought(world, id);
		return first ? [{ minutes: (first.at - start - arrival.at) / minute, arrival }] : [];
	});
	const ofKind = (kind: string) => world.sendings.filter((sending) => kindOf(sending) === kind);
	const subjects = ofKind('lead')
		.map(({ mail }) => mail.subject)
		.join('\n');
	return {
		applications: applied.length,
		promised: applied.filter(({ hasReceipt }) => hasReceipt).length,
		receipts: ofKind('receipt').length,
		own: applied.filter(({ id }) => subjects.includes(referenceOf(id))).length,
		lost: notBrought().length,
		lastMinutes: Math.max(0, ...waits.map(({ minutes }) => minutes)),
		personMinutes: waits.find(({ arrival }) => arrival.isPerson)?.minutes ?? null,
		alarms: ofKind('alarm').length,
		stored: (await coreOn(world.still).stored()).size,
	};
}

function timeOf(minutes: number | null): string {
	if (minutes === null) return '–';
	return minutes < 120 ? `${minutes.toFixed(1)} min` : `${(minutes / 60 / 24).toFixed(1)} days`;
}

export async function measure(): Promise<Part> {
	const rows = [];
	for (const [name, plan] of Object.entries(days)) {
		const { applications, receipts, own, alarms, lost, ...outcome } = await live(plan);
		const waits = [outcome.lastMinutes, outcome.personMinutes].map(timeOf);
		rows.push([name, applications, receipts, own, ...waits, alarms, lost]);
	}
	return {
		title: 'Days that happen, simulated',
		text: `The real core on the simulated storage, provider and clock of the tests. An e-mail takes 210 ms; a round runs every five minutes and begins nothing after ${budget / 1000} seconds. A letter of its own brings the project lead one application.`,
		head: [
			'day',
			'applications',
			'receipts by e-mail',
			'letters of their own',
			'last with the project lead after',
			'the person among robots',
			'alarms',
			'lost',
		],
		rows,
	};
}
