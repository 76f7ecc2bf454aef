import { hourOf } from '#application/confirming/id.ts';
import { writeDigest } from '#application/letters/digest.ts';
import { whatHasHappened } from './facts.ts';
import { applicationIn, digestIn, type KeptDigest, type Known } from './kept.ts';
import { deliveredAt } from './plan.ts';
import type { Delivering } from './ports.ts';

const minute = 60_000;

/** Every so often suspects are brought to the project lead: 32 digests a day, and more only where they are full. */
const slot = 45 * minute;

/** Near the end of a slot none is begun, so that all of a slot are there before the next slot looks. */
const lastBegin = 35 * minute;

/** How many applications one e-mail holds. Ten thousand characters each are two megabytes. */
const membersOfOne = 200;

/**
 * Puts suspects into digests. Which one holds whom is decided by the first digest that is kept under an id, and
 * ids follow from the time alone: two sweeps at once, or one after another was cut off, come to the same.
 *
 * @param waiting digests that are kept already, whose members may not all know it
 * @returns new digests
 */
export async function bundle(
	suspects: readonly Known[],
	waiting: readonly Known[],
	ports: Delivering,
): Promise<readonly Known[]> {
	const { outbox, clock } = ports;
	const begin = Math.floor(clock.now() / slot) * slot;
	const left = new Map(suspects.map((suspect) => [suspect.id, suspect]));
	const join = async (known: Known) => {
		const digest = digestIn(known);
		// Whoever is in it must not come a second time, so nobody is bundled until a person has looked.
		if (!digest) throw new Error('a digest is unreadable');
		for (const member of digest.members.filter((each) => left.has(each))) {
			await outbox.record(member, { kind: 'bundled', at: clock.now(), digest: digest.id });
			await outbox.settle(member);
			left.delete(member);
		}
	};
	for (const digest of waiting) await join(digest);
	const digests: Known[] = [];
	for (const start of [begin - slot, begin]) {
		for (let part = 1; left.size > 0; part++) {
			const id = digestId(start, part);
			let known = await outbox.look(id);
			if (!known) {
				const isEarly = part > 1 && left.size < membersOfOne;
				if (start < begin || isEarly || clock.now() - begin > lastBegin) break;
				const digest = digestOf(id, [...left.values()].slice(0, membersOfOne), ports);
				known = { id, kept: await outbox.keep(digest), facts: [] };
			}
			await join(known);
			if (waiting.every((each) => each.id !== id)) digests.push(known);
		}
	}
	return digests;
}

/** What became of a digest has become of everyone in it. Done again until the digest leaves the line. */
export async function passOn(known: Known, { outbox }: Delivering): Promise<void> {
	const { id, facts } = known;
	const { mails, abandonedAt } = whatHasHappened(facts);
	const abandoned = facts.find((fact) => fact.kind === 'abandoned' && fact.at === abandonedAt);
	const at = deliveredAt(mails.lead);
	for (const member of digestIn(known)?.members ?? []) {
		if (at !== undefined) {
			await outbox.record(member, { kind: 'delivered', mail: 'lead', at, eventId: id });
		}
		if (abandoned) await outbox.record(member, abandoned);
	}
}

function digestOf(id: string, suspects: readonly Known[], ports: Delivering): KeptDigest {
	const { clock, writing } = ports;
	const members = suspects.flatMap((suspect) => applicationIn(suspect) ?? []);
	return {
		version: 2,
		kind: 'digest',
		id,
		acceptedAt: clock.now(),
		letters: { lead: writeDigest(id, members, writing) },
		members: members.map((member) => member.id),
	};
}

/** An id like an application's, which all who ask in the same slot come to. */
function digestId(start: number, part: number): string {
	const slotNumber = `${start / slot}${String(part).padStart(3, '0')}`;
	return `${hourOf(start)}-${slotNumber.padStart(32, 'd')}`;
}
