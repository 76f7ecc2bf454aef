import type { Action } from './plan.ts';
import type { Clock } from './ports.ts';
import type { Problem, Problems } from './problem.ts';
import type { Report } from './report.ts';

/** How many are looked at at the same time: looking takes a few calls to the storage, one by one. */
export const atOnce = 10;

const failed: Action = { kind: 'alert', problem: 'failed' };

/** What a round came to: counts and problems by application, never an answer or an address. */
export interface Outcome {
	report: Report;
	problems: Problems;
	/** Set where it ended before it had done everything; the next one goes on. */
	cut: boolean;
}

/**
 * One round over many. What cannot be done for one does not stop the others, and whatever is thrown, twice, is a
 * problem that a person is told: nothing fails in silence.
 */
export class Round {
	readonly problems = new Map<string, readonly Problem[]>();
	/** Set where there was no time for all. */
	cut = false;
	readonly #clock: Clock;
	readonly #deadline: number;

	/** @param deadline nothing is begun after it, in milliseconds since 1970 */
	constructor(clock: Clock, deadline: number) {
		this.#clock = clock;
		this.#deadline = deadline;
	}

	/** Does something with each, and remembers the problems among what is left to do with it. */
	async each<Item extends { id: string }>(
		items: readonly Item[],
		work: (item: Item) => Promise<readonly Action[] | undefined>,
		width = atOnce,
	): Promise<void> {
		const left = items.values();
		const worker = async () => {
			for (const item of left) {
				if (this.#clock.now() >= this.#deadline) {
					this.cut = true;
					return;
				}
				const done = await work(item)
					.catch(() => work(item))
					.catch(() => [failed]);
				const problems = done?.flatMap((one) => (one.kind === 'alert' ? [one.problem] : []));
				if (problems) this.problems.set(item.id, problems);
			}
		};
		await Promise.all(Array.from({ length: width }, worker));
	}
}
