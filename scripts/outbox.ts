// Shows what lies in the outbox, and lets a person settle what is stuck. `npm run outbox` runs it;
// docs/operations.md says when to use which command.
import { parseArgs } from 'node:util';
import { environment } from '#netlify/adapters/env.ts';
import { services } from '#netlify/adapters/services.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { keyless, sealWith } from '#netlify/adapters/seal.ts';
import { blobStore } from '#netlify/adapters/store.ts';
import { openLocalBlobs } from './local-blobs.ts';
import { localEnvironment } from './local-environment.ts';
import { netlifyAccess } from './netlify-access.ts';
import { runCommand } from './outbox-commands.ts';
import { settingsIn } from './settings-file.ts';

const args = process.argv.slice(2);
const { local: isLocal, env } = parseArgs({
	args,
	// What else stands there, runCommand reads.
	strict: false,
	options: { local: { type: 'boolean' }, env: { type: 'string' } },
}).values;
if (typeof env === 'string') Object.assign(process.env, settingsIn(env));
if (isLocal) Object.assign(process.env, localEnvironment('http://localhost:8889'));
const blobs = isLocal ? await openLocalBlobs() : null;
try {
	const place = isLocal ? 'local' : 'production';
	const access = () => (isLocal ? {} : netlifyAccess());
	const keys = process.env.OUTBOX_KEY?.split(',');
	process.exitCode = await runCommand(
		args,
		{
			get outbox() {
				return outboxOn(blobStore(`outbox-${place}`, access()), keys ? sealWith(keys) : keyless);
			},
			isChecked: keys !== undefined,
			now: Date.now,
			delivering: () => services(environment(), place, access()),
		},
		console.log,
	);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await blobs?.stop();
}
