// Shows what lies in the outbox, and lets a person settle what is stuck. `npm run outbox` runs it;
// docs/operations.md says when to use which command.
import { environment } from '#netlify/adapters/env.ts';
import { services } from '#netlify/adapters/services.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { keyless, sealWith } from '#netlify/adapters/seal.ts';
import { blobStore } from '#netlify/adapters/store.ts';
import { openLocalBlobs } from './local-blobs.ts';
import { localEnvironment } from './local-environment.ts';
import { type Desk, runCommand } from './outbox-commands.ts';

const args = process.argv.slice(2);
const isLocal = args.includes('--local');
if (isLocal) Object.assign(process.env, localEnvironment('http://localhost:8889'));
const blobs = isLocal ? await openLocalBlobs() : null;
try {
	const place = isLocal ? 'local' : 'production';
	const keys = process.env.OUTBOX_KEY?.split(',');
	const desk: Desk = {
		outbox: outboxOn(
			blobStore(`outbox-${place}`, publishedSite()),
			keys ? sealWith(keys) : keyless,
		),
		isChecked: keys !== undefined,
		now: Date.now,
		delivering: () => services(environment(), place, publishedSite()),
	};
	process.exitCode = await runCommand(args, desk, console.log);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await blobs?.stop();
}

function publishedSite(): { siteID?: string; token?: string } {
	const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = process.env;
	return { ...(siteID && { siteID }), ...(token && { token }) };
}
