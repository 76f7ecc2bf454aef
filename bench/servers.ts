// Storage and a mail server in a process of their own, so that what they take is not counted as the
// function's. Started with fork by startServers below.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Blobs } from '../tests/support/blobs.ts';
import { startMailServer } from '../scripts/mail-server.ts';
import { localEnvironment } from '../scripts/local-environment.ts';

export interface Servers {
	mail: string;
	/** What the functions need in their environment. */
	environment: Record<string, string>;
	/** The ids of the applications that are kept. */
	kept: () => Promise<readonly string[]>;
	stop: () => void;
}

export async function startServers(): Promise<Servers> {
	const child = fork(import.meta.filename, ['serve'], { execArgv: [] });
	const ask = async <Answer>(): Promise<Answer> => {
		const [answer] = (await once(child, 'message')) as [Answer];
		return answer;
	};
	const { mail, blobs } = await ask<{ mail: string; blobs: string }>();
	const context = { edgeURL: blobs, uncachedEdgeURL: blobs, siteID: 'site', token: 'token' };
	return {
		mail,
		environment: {
			...localEnvironment(mail),
			NETLIFY_BLOBS_CONTEXT: Buffer.from(JSON.stringify(context)).toString('base64'),
		},
		kept: () => {
			child.send('kept');
			return ask<readonly string[]>();
		},
		stop: () => child.disconnect(),
	};
}

if (process.argv[2] === 'serve') {
	const blobs = await Blobs.open();
	const mail = await startMailServer(0);
	process.send?.({ mail: mail.url, blobs: blobs.url });
	process.on('message', () => {
		void blobs.applications().then((ids) => process.send?.(ids));
	});
	process.once('disconnect', () => {
		void blobs.close().then(() => process.exit(0));
	});
}
