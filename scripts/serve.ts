// Serves the built site with a mail server beside it, until it is told to stop. `npm start` runs it.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localEnvironment } from './local-environment.ts';
import { reportDeliveries } from './local-webhook.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { freePort } from './ports.ts';
import { copyProject } from './project-copy.ts';
import { startSite } from './site-server.ts';

const wanted = 8888;

const root = process.cwd();
const port = await freePort(wanted);
if (port !== wanted)
	console.log(`Port ${String(wanted)} is taken; taking ${String(port)} instead.`);

const mailPort = await freePort(port + 1);
let mail: MailServer | undefined = await startMailServer(mailPort);
Object.assign(process.env, localEnvironment(mail.url));

const project = join(root, '.netlify', 'local', String(port));
await copyProject(root, project);
process.chdir(project);
const site = await startSite(project, port);

console.log(`
  Site   ${site.url}
  Inbox  ${mail.inbox}

  m and Enter stops the mail server, or starts it again.
  r and Enter runs a round at once: it sends and deletes what is due.
  Ctrl-C stops everything.`);

reportDeliveries(() => mail?.url, site.url);
// The emulator runs no schedules: this stands in for Netlify's.
const round = () => fetch(`${site.url}/.netlify/functions/wake-outbox`);
setInterval(() => void round(), 5 * 60_000);

createInterface(process.stdin).on('line', (line) => {
	if (line.trim() === 'm') void toggleMail();
	if (line.trim() === 'r') void round().then(() => console.log('  A round has begun.'));
});

async function toggleMail(): Promise<void> {
	const running = mail;
	mail = undefined;
	if (running) await running.stop();
	else mail = await startMailServer(mailPort);
	console.log(`  The mail server is ${mail ? 'up again, with an empty inbox' : 'down'}.`);
}

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
	process.once(event, () => {
		const running = mail;
		mail = undefined;
		void Promise.allSettled([site.stop(), running?.stop()]).then(() => process.exit(0));
	});
}
