import type { Delivering } from '#application/delivering/deliver.ts';
import { atOnce, deliverAtOnce, reportOf, sweep } from '#application/delivering/sweep.ts';
import { theChecked } from '../tests/support/application.ts';
import { anId, hour, minute, press, tell, World } from '../tests/support/world.ts';
import { percentile } from './measure.ts';
import type { Part } from './report.ts';

/** How long a call takes: to the storage, and to the mail provider. */
const storage = 20;
const provider = 200;
/** The scheduled function begins nothing after so long; see netlify/functions/deliver-outbox.ts. */
const budget = 15_000;

const midnight = Date.UTC(2026, 10, 21);

/** How many of the day's applications come in each hour of the day: a day with an evening. */
const hours = [1, 0, 0, 0, 0, 1, 2, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 8, 9, 9, 8, 5, 3, 1];

interface Day {
	applications: number;
	/** Minutes from application to e-mail. */
	leads: number[];
	receipts: number[];
	waiting: { atMidnight: number; most: number };
	undelivered: number;
}

/** A day with these applications, and a quiet day after it, as the outbox lives through them. */
async function live(arrivals: Arrival[], begun: number): Promise<Day> {
	const world = new World();
	world.now = begun;
	const acceptedAt = new Map<string, number>();
	const told = { events: 0 };
	const sentIn = new Map<number, number>();
	let most = 0;
	let atMidnight = 0;

	/** Time passes with every call, and the provider takes two e-mails a second. */
	const timed = (ports: Delivering, now: { at: number }): Delivering => {
		const taking = <Method extends (...args: never[]) => Promise<unknown>>(
			method: Method,
			ms: number,
		) =>
			((...args: Parameters<Method>) => {
				now.at += ms;
				world.now = now.at;
				return method(...args);
			}) as unknown as Method;
		// A sweep looks at several applications at the same time.
		const share = (name: string) => (name === 'read' || name === 'facts' ? atOnce : 1);
		const outbox = Object.fromEntries(
			Object.entries(ports.outbox).map(([name, method]) => [
				name,
				taking(method as never, storage / share(name)),
			]),
		) as unknown as Delivering['outbox'];
		return {
			...ports,
			outbox,
			mailer: {
				lookUp: (providerId) => {
					now.at += provider;
					world.now = now.at;
					return ports.mailer.lookUp(providerId);
				},
				send: (...mail) => {
					now.at += provider;
					world.now = now.at;
					const second = Math.floor(now.at / 1000);
					const sent = (sentIn.get(second) ?? 0) + 1;
					sentIn.set(second, sent);
					if (sent > 2) {
						return Promise.resolve({ kind: 'refused', reason: 'rate' });
					}
					return ports.mailer.send(...mail);
				},
			},
			clock: {
				now: () => now.at,
				wait: (ms) => {
					now.at += ms;
					return Promise.resolve();
				},
			},
		};
	};

	for (let tick = 0; tick < (2 * 24 * hour) / (5 * minute); tick++) {
		const from = begun + tick * 5 * minute;
		while (arrivals[0] && arrivals[0].at < from + 5 * minute) {
			const next = arrivals.shift();
			if (!next) break;
			world.now = next.at;
			const application = theChecked({
				email: `borger${next.n}@eksempel.dk`,
				callTime: `${next.n}`,
			});
			const accepted = await press(world, anId(world, next.n), application);
			if (!accepted?.fresh) continue;
			const { id, fresh } = accepted;
			acceptedAt.set(id, next.at);
			await world.run((ports) => deliverAtOnce(fresh, timed(ports, { at: next.at })));
		}
		// Netlify's schedule: every five minutes, and the provider's events in between.
		world.now = from + 5 * minute;
		for (const event of world.events.slice(told.events)) await tell(world, event);
		told.events = world.events.length;
		const at = { at: world.now };
		const swept = await world.run((ports) => sweep(timed(ports, at), at.at + budget));
		if (swept) await world.run(({ outbox }) => outbox.report(reportOf(swept, at.at)));
		most = Math.max(most, swept?.waiting ?? 0);
		if (tick === 24 * 12 - 1) atMidnight = swept?.waiting ?? 0;
	}
	const minutesOf = (mail: string) =>
		world.sendings
			.filter(({ tags }) => tags.mail === mail)
			.map(({ at, tags }) => (at - (acceptedAt.get(tags.application) ?? at)) / minute);
	const leads = minutesOf('lead');
	return {
		applications: acceptedAt.size,
		leads,
		receipts: minutesOf('receipt'),
		waiting: { atMidnight, most },
		undelivered: acceptedAt.size - leads.length,
	};
}

interface Arrival {
	n: number;
	at: number;
}

function duringTheDay(applications: number): Arrival[] {
	const total = hours.reduce((sum, share) => sum + share, 0);
	let n = 0;
	return hours.flatMap((share, at) => {
		const inHour = Math.round((applications * share) / total);
		return Array.from({ length: inHour }, (_, nth) => ({
			n: ++n,
			at: midnight + at * hour + Math.floor((nth * hour) / inHour),
		}));
	});
}

function afterTheNews(applications: number): Arrival[] {
	return Array.from({ length: applications }, (_, nth) => ({
		n: nth + 1,
		at: midnight + 19 * hour + Math.floor((nth * 10 * minute) / applications),
	}));
}

const days = [
	{ name: '50 applications: the free plan', arrivals: duringTheDay(50) },
	{ name: '1,000 applications', arrivals: duringTheDay(1000) },
	{ name: '10,000 applications', arrivals: duringTheDay(10_000) },
	{ name: '3,000 in ten minutes, after the news', arrivals: afterTheNews(3000) },
] as const;

export async function measure(): Promise<Omit<Part, 'at'>> {
	const rows = [];
	for (const { name, arrivals } of days) {
		const day = await live(arrivals, midnight);
		const { leads, receipts, waiting } = day;
		const text = (values: readonly number[], percent: number) =>
			values.length > 0 ? percentile(values, percent).toFixed(1) : '–';
		rows.push([
			name,
			leads.length,
			text(leads, 50),
			text(leads, 99),
			day.undelivered,
			receipts.length,
			text(receipts, 50),
			text(receipts, 99),
			waiting.most,
			waiting.atMidnight,
		]);
	}
	return {
		title: 'A day of a campaign, simulated',
		sections: [
			{
				title: 'What the outbox does',
				text: `The real core on the simulated storage, provider and clock of the tests: a day with an evening peak and a quiet day after it. A storage call takes ${storage} ms, an e-mail ${provider} ms, the provider takes two e-mails a second, the scheduled function runs every five minutes and begins nothing after ${budget / 1000} seconds.`,
				head: [
					'day',
					'to the project lead',
					'p50 min',
					'p99 min',
					'not sent after two days',
					'receipts',
					'p50 min',
					'p99 min',
					'most waiting',
					'waiting at midnight',
				],
				rows,
			},
		],
	};
}
