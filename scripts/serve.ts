// Serves the built site with a mail server beside it. `npm start` runs it.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createEmulator, type Emulator } from 'emulate';
import { copyProject } from './copy-project.ts';
import { localEnvironment, sitePort } from './local-environment.ts';
import { reportDeliveries } from './local-webhook.ts';
import { startSite } from './site.ts';

const port = sitePort();
process.once('uncaughtException', (error: NodeJS.ErrnoException & { port?: number }) => {
	const isTaken = error.code === 'EADDRINUSE';
	console.error(
		isTaken ? `Port ${error.port} is in use. Try: PORT=${port + 1000} npm start` : error,
	);
	process.exit(1);
});

const startMail = () =>
	createEmulator({ service: 'resend', port: port + 1, hostname: '127.0.0.1' });

let mail: Emulator | undefined = await startMail();
Object.assign(process.env, localEnvironment(mail.url));

const project = join(process.cwd(), '.netlify', 'local', String(port));
await copyProject(process.cwd(), project);
process.chdir(project);
const site = await startSite(project, port);

console.log(`
  Site   ${site.url}
  Inbox  ${mail.url}/inbox

  m and Enter stops the mail server, or starts it again.
  r and Enter runs a round at once: it sends and deletes what is due.
  Ctrl-C stops everything.`);

reportDeliveries(mail.url, site.url);
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
	if (running) await running.close();
	else mail = await startMail();
	console.log(`  The mail server is ${mail ? 'up again, with an empty inbox' : 'down'}.`);
}

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
	process.once(event, () => void site.stop().then(() => process.exit(0)));
}
