import type { Problem } from '#application/letters/alarm.ts';
import type { Ports } from '#application/outbox/ports.ts';
import { processOutbox } from '#application/outbox/process.ts';
import { log, nameOfError } from './log.ts';

/** Processes the outbox and logs what it came to. */
export async function runRound(
	ports: Ports,
	deadline: number,
	found: readonly Problem[] = [],
): Promise<void> {
	const processed = await processOutbox(ports, deadline, found);
	if (processed.kind === 'failed') {
		log({ event: 'failed', error: `round: ${nameOfError(processed.error)}` });
		return;
	}
	const { waiting, problems } = processed.report;
	const count = Object.values(problems).reduce((sum, each) => sum + each, 0);
	log({ event: 'round', waiting, problems: count });
}
