// Shows what is stored in the outbox, and lets a person decide what is stuck. `npm run outbox` runs it;
// docs/incidents.md says when to use which command.
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { readSettings, run } from './command.ts';
import { readOrder, usage } from './outbox-commands.ts';
import { onStorage } from './storage.ts';

await run(usage, async () => {
	const args = process.argv.slice(2);
	const { work, env, help, local } = readOrder(args);
	if (help || args.length === 0) {
		console.log(usage);
		return;
	}
	if (!work) throw new Error(`Not understood: ${args.join(' ')}\n\n${usage}`);
	readSettings(env);
	await onStorage(local ? 8888 : undefined, (place, access) => {
		const { OUTBOX_KEY } = process.env;
		if (!OUTBOX_KEY) throw new Error('OUTBOX_KEY is not set; see docs/operations.md');
		const outbox = outboxOf({ OUTBOX_KEY: OUTBOX_KEY.split(',') }, place, access);
		return work({ outbox, now: Date.now, print: console.log });
	});
});
