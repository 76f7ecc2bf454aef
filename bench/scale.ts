import type { Mark } from '#application/letters/to-project-lead.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { deliverAtOnce } from '#application/delivering/deliver.ts';
import type { Delivering, Mailer, Outbox } from '#application/delivering/ports.ts';
import { atOnce } from '#application/delivering/round.ts';
import { run } from '#application/delivering/run.ts';
import { outboxBudget } from '#netlify/adapters/wake.ts';
import { theChecked } from '../tests/support/application.ts';
import { anId, hour, minute, press, tell, World } from '../tests/support/delivering-world.ts';
import { percentile } from './measure.ts';
import type { Part } from './report.ts';

/** How long a call takes: to the storage, and to the mail provider. */
const storage = 20;
const provider = 200;

const midnight = Date.UTC(2026, 10, 21);

/** How many of the day's applications come in each hour of the day: a day with an evening. */
const hours = [1, 0, 0, 0, 0, 1, 2, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 8, 9, 9, 8, 5, 3, 1];

interface Arrival {
	at: number;
	found?: readonly Mark[];
	/** The one whose letter is waited for. */
	isPerson?: true;
}

interface Scenario {
	name: string;
	arrivals: readonly Arrival[];
	/** How many e-mails a second the provider takes. */
	aSecond: 2 | 5;
}

/** Ports with which time passes at every call, and a provider that takes only so many e-mails a second. */
function timed(ports: Delivering, world: World, aSecond: number): Delivering {
	const now = { at: world.now };
	const taking = (ms: number) => {
		now.at += ms;
		world.now = now.at;
	};
	// A round does these for several applications at the same time.
	const together: readonly (keyof Outbox)[] = ['look', 'remove', 'enqueue'];
	const outbox = Object.fromEntries(
		Object.entries(ports.outbox).map(([name, method]) => [
			name,
			(...args: never[]) => {
				taking(together.includes(name as keyof Outbox) ? (2 * storage) / atOnce : storage);
				return (method as (...all: never[]) => unknown)(...args);
			},
		]),
	) as unknown as Outbox;
	const sent = new Map<number, number>();
	const mailer: Mailer = {
		send: (...mail) => {
			taking(provider);
			const second = Math.floor(now.at / 1000);
			sent.set(second, (sent.get(second) ?? 0) + 1);
			if ((sent.get(second) ?? 0) > aSecond) {
				return Promise.resolve({ kind: 'refused', reason: 'rate' });
			}
			return ports.mailer.send(...mail);
		},
	};
	const wait = (ms: number) => {
		taking(ms);
		return Promise.resolve();
	};
	return { ...ports, outbox, mailer, clock: { now: () => now.at, wait } };
}

/** A day with these applications, and a quiet day after it: minutes from application to mailbox, by applicant. */
async function live({ arrivals, aSecond }: Scenario) {
	const world = new World();
	world.now = midnight;
	const left = [...arrivals].sort((one, other) => one.at - other.at);
	const applied: { reference: string; arrival: Arrival }[] = [];
	let told = 0;
	for (let from = midnight; from < midnight + 48 * hour; from += 5 * minute) {
		for (; left[0] && left[0].at < from + 5 * minute; left.shift()) {
			const [arrival] = left;
			const n = applied.length + 1;
			world.now = arrival.at;
			const application = theChecked({ email: `borger@by${n}.dk` });
			const found = arrival.found ?? [];
			const accepted = await press(world, anId(world, n), { application, found });
			if (!accepted?.fresh) continue;
			const { id, fresh } = accepted;
			applied.push({ reference: referenceOf(id), arrival });
			await world.run((ports) => deliverAtOnce(fresh, timed(ports, world, aSecond)));
		}
		world.now = from + 5 * minute;
		for (const event of world.events.slice(told)) await tell(world, event);
		told = world.events.length;
		for (const round of from % hour === 0 ? (['sweep', 'tidy'] as const) : (['sweep'] as const)) {
			world.now = from + 5 * minute;
			const deadline = world.now + outboxBudget[round];
			await world.run((ports) => run(round, timed(ports, world, aSecond), deadline));
		}
	}
	const arrivedAt = new Map<string, number>();
	for (const { at, mail } of world.toProjectLead) {
		for (const reference of mail.text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? []) {
			arrivedAt.set(reference, Math.min(at, arrivedAt.get(reference) ?? Infinity));
		}
	}
	const waited = applied.flatMap(({ reference, arrival }) => {
		const at = arrivedAt.get(reference);
		return at === undefined ? [] : [{ arrival, minutes: (at - arrival.at) / minute }];
	});
	const lettersOn = world.sendings.filter(({ at }) => at < midnight + 24 * hour).length;
	return { world, applied: applied.length, waited, lettersOn };
}

function spread(count: number, from: number, to: number, rest: Partial<Arrival> = {}): Arrival[] {
	return Array.from({ length: count }, (_, n) => ({
		...rest,
		at: midnight + from + Math.floor((n * (to - from)) / count),
	}));
}

function duringTheDay(applications: number): Arrival[] {
	const total = hours.reduce((sum, share) => sum + share, 0);
	return hours.flatMap((share, at) =>
		spread(Math.round((applications * share) / total), at * hour, (at + 1) * hour),
	);
}

/** Robots that nothing gives away but their number, all day, and one person in the evening. */
const withPerson = (robots: Arrival[]): Arrival[] => [
	...robots,
	{ at: midnight + 19.4 * hour, isPerson: true },
];
const news = spread(3000, 19 * hour, 19 * hour + 10 * minute);

const scenarios: readonly Scenario[] = [
	{ name: '20 applications', arrivals: duringTheDay(20), aSecond: 2 },
	{ name: '1,000 applications', arrivals: duringTheDay(1000), aSecond: 2 },
	{ name: '10,000 applications', arrivals: duringTheDay(10_000), aSecond: 2 },
	{
		name: '200 robots in the hidden field, one person',
		arrivals: withPerson(spread(200, 0, 24 * hour, { found: ['honeypot'] })),
		aSecond: 2,
	},
	{
		name: '61 robots an hour, one person',
		arrivals: withPerson(spread(61 * 24, 0, 24 * hour)),
		aSecond: 2,
	},
	{
		name: '100 robots an hour, one person',
		arrivals: withPerson(spread(2400, 0, 24 * hour)),
		aSecond: 2,
	},
	{ name: '3,000 in ten minutes, two e-mails a second', arrivals: news, aSecond: 2 },
	{ name: '3,000 in ten minutes, five e-mails a second', arrivals: news, aSecond: 5 },
];

export async function measure(): Promise<Omit<Part, 'at'>> {
	const rows = [];
	for (const scenario of scenarios) {
		const { world, applied, waited, lettersOn } = await live(scenario);
		const minutes = waited.map((each) => each.minutes);
		const text = (percent: number) => percentile(minutes, percent).toFixed(1);
		const person = waited.find(({ arrival }) => arrival.isPerson);
		rows.push([
			scenario.name,
			applied,
			applied - waited.length,
			text(50),
			text(99),
			text(100),
			person ? person.minutes.toFixed(1) : '–',
			world.sendings.filter(({ tags }) => tags.mail === 'receipt').length,
			lettersOn,
		]);
	}
	return {
		title: 'A day of a campaign, simulated',
		sections: [
			{
				title: 'What the outbox does',
				text: `The real core on the simulated storage, provider and clock of the tests: a day and a quiet day after it. A storage call takes ${storage} ms, an e-mail ${provider} ms; a sweep is woken every five minutes and begins nothing after ${outboxBudget.sweep / 1000} seconds. More than the day's measure reach the project lead in digests, and get no receipt by e-mail.`,
				head: [
					'day',
					'applications',
					'not with the project lead',
					'p50 min',
					'p99 min',
					'last min',
					'the person, min',
					'receipts',
					'e-mails that day',
				],
				rows,
			},
		],
	};
}
