import { localEnvironment } from '../../scripts/local-environment.ts';
import { Mailbox } from './mailbox.ts';
import { startSite } from './site.ts';

/** Serves the built site, with a mail server, to all workers. Playwright runs it before the tests, and its result after. */
export default async function serve(): Promise<() => Promise<void>> {
	const mailbox = await Mailbox.open();
	const site = await startSite(localEnvironment(mailbox.url));
	Object.assign(process.env, { SITE_URL: site.url, MAILBOX_URL: mailbox.url });
	return async () => {
		await site.stop();
		await mailbox.close();
	};
}
