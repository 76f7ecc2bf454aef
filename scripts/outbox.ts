// Shows what is stored in the outbox, and lets a person decide what is stuck. `npm run outbox` runs it;
// docs/incidents.md says when to use which command.
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { openLocalBlobs } from './local-blobs.ts';
import { localEnvironment } from './local-environment.ts';
import { netlifyAccess } from './netlify-access.ts';
import { type Desk, runCommand, usage } from './outbox-commands.ts';
import { settingsIn } from './settings-file.ts';

const args = process.argv.slice(2);
const isLocal = takeOut('--local') !== undefined;
const env = takeOut('--env', 1);
const isHelp = takeOut('--help') !== undefined;

/** Takes an option, which the commands do not know, out of the arguments; its value, or its name. */
function takeOut(option: string, values = 0): string | undefined {
	const at = args.indexOf(option);
	return at < 0 ? undefined : args.splice(at, 1 + values)[values];
}

function open(place: string): Desk {
	const { OUTBOX_KEY } = process.env;
	if (!OUTBOX_KEY) throw new Error('OUTBOX_KEY is not set; see docs/operations.md');
	const access = isLocal ? {} : netlifyAccess();
	const outbox = outboxOf({ OUTBOX_KEY: OUTBOX_KEY.split(',') }, place, access);
	return { outbox, now: Date.now, print: console.log };
}

if (isHelp) console.log(usage);
else {
	if (env !== undefined) Object.assign(process.env, settingsIn(env));
	if (isLocal) Object.assign(process.env, localEnvironment('http://localhost:8889'));
	const blobs = isLocal ? await openLocalBlobs() : null;
	try {
		const place = isLocal ? 'local' : 'production';
		process.exitCode = await runCommand(args, () => open(place));
		if (process.exitCode === 2) {
			if (args.length > 0) console.error(`Not understood: ${args.join(' ')}\n`);
			console.log(usage);
		}
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	} finally {
		await blobs?.stop();
	}
}
