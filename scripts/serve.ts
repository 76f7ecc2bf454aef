// Serves the built site with a mail server beside it, until it is told to stop. `npm start` runs it.
import { join } from 'node:path';
import { localEnvironment } from './local-environment.ts';
import { startMailServer } from './mail-server.ts';
import { freePort } from './ports.ts';
import { copyProject } from './project-copy.ts';
import { startSite } from './site-server.ts';

const wanted = 8888;

const root = process.cwd();
const port = await freePort(wanted);
if (port !== wanted)
	console.log(`Port ${String(wanted)} is taken; taking ${String(port)} instead.`);

const mail = await startMailServer(await freePort(port + 1));
Object.assign(process.env, localEnvironment(mail.url));

const project = join(root, '.netlify', 'local', String(port));
await copyProject(root, project);
process.chdir(project);
const site = await startSite(project, port);

console.log(`
  Site   ${site.url}
  Inbox  ${mail.inbox}

  Ctrl-C stops both.`);

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
	process.once(event, () => {
		void Promise.allSettled([site.stop(), mail.stop()]).then(() => process.exit(0));
	});
}
