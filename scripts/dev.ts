// The site as it is being written, with instant reload, functions and a mail server. `npm run dev` runs it.
import { once } from 'node:events';
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { dev, type AstroInlineConfig } from 'astro';
import { compileTemplate } from '#netlify/build/compile-template.ts';
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

/**
 * The pages as they are now. The addresses of some are those of functions, so the pages have a port of
 * their own, which no function answers on.
 */
let showPage: RequestListener = (_, response) => response.writeHead(503).end();
const pagesPort = await listen((incoming, response) => showPage(incoming, response));

/** Where the functions get the pages that they fill in, made into templates as the build makes them. */
const templatesPort = await listen((incoming, response) => {
	fetch(new URL(incoming.url ?? '/', `http://127.0.0.1:${pagesPort}`))
		.then((page) => page.text())
		.then(
			(html) => response.end(JSON.stringify(compileTemplate(html))),
			() => response.writeHead(503).end(),
		);
});
process.env.PAGES_URL = `http://127.0.0.1:${templatesPort}`;

async function listen(answer: RequestListener): Promise<number> {
	const server = createServer(answer).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

const plugins: VitePlugins = [
	{
		name: 'netlify-functions',
		enforce: 'post',
		configureServer: ({ middlewares }) => {
			showPage = middlewares;
			// Astro puts its own at the front of the stack once every plugin has had its turn, and they refuse
			// addresses without a slash at the end; so this comes even later, and further to the front.
			return () => {
				const handle: Middleware = (incoming, response, next) => {
					if (incoming.url?.startsWith('/admin/save?')) saveContent(root, incoming, response);
					else if (incoming.socket.localPort === pagesPort || isEditor(incoming.url)) next();
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
