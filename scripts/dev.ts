// The site as it is being written, with instant reload, functions and a mail server. `npm run dev` runs it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dev, type AstroInlineConfig } from 'astro';
import { watchFunctions } from '#netlify/build/bundle-functions.ts';
import { plainText, send, startEmulator } from './emulator.ts';
import { localEnvironment } from './local-environment.ts';
import { startMailServer } from './mail-server.ts';
import { freePort } from './ports.ts';
import { saveContent } from './save-content.ts';

type VitePlugins = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>;
type Middleware = (incoming: IncomingMessage, response: ServerResponse, next: () => void) => void;

const wanted = 8888;

const root = process.cwd();
const port = await freePort(wanted);
if (port !== wanted) console.log(`Port ${wanted} is taken; taking ${port} instead.`);

const mail = await startMailServer(await freePort(port + 1));
Object.assign(process.env, localEnvironment(mail.url));
const functions = await watchFunctions(root);
const emulator = await startEmulator(root, 'no files');

/** The editor is for the development server: its function would answer with the one that was built. */
const isEditor = (url = '') => url === '/admin' || url.startsWith('/admin/');

/** Lets the functions answer first, and the development server whatever they do not. */
const functionsFirst: Middleware = (incoming, response, next) => {
	emulator.answer(incoming).then(
		(answer) => (answer ? send(answer, response) : next()),
		(error: unknown) => {
			console.error(error);
			send(plainText(500, 'The local server failed; see the terminal.'), response);
		},
	);
};

const plugins: VitePlugins = [
	{
		name: 'netlify-functions',
		enforce: 'post',
		configureServer: ({ middlewares }) => {
			// Astro puts its own at the front of the stack once every plugin has had its turn, and they refuse
			// addresses without a slash at the end; so this comes even later, and further to the front.
			return () => {
				const handle: Middleware = (incoming, response, next) => {
					if (incoming.url?.startsWith('/admin/save?')) saveContent(root, incoming, response);
					else if (isEditor(incoming.url)) next();
					else functionsFirst(incoming, response, next);
				};
				middlewares.stack.unshift({ route: '', handle });
			};
		},
	},
];

// What the emulator and the build write is no reason to reload a page.
const watch = { ignored: ['**/.netlify/**', '**/build/**', '**/dist/**', '**/test-results/**'] };
const site = await dev({
	// It would cover a part of the editor.
	devToolbar: { enabled: false },
	root,
	server: { port },
	vite: { plugins, server: { watch } },
});
// Where the functions get the frame of their pages.
process.env.PAGES_URL = `http://localhost:${site.address.port}`;

console.log(`
  Site   http://localhost:${site.address.port}
  Inbox  ${mail.inbox}
  Editor http://localhost:${site.address.port}/admin/

  Ctrl-C stops both.`);

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
	process.once(event, () => {
		void Promise.allSettled([site.stop(), functions.stop(), emulator.stop(), mail.stop()]).then(
			() => {
				process.exit(0);
			},
		);
	});
}
