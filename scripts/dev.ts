// The site while it is written, with instant reload, functions and a mail server. `npm run dev` runs it.
import netlify from '@netlify/vite-plugin';
import { type AstroInlineConfig, dev } from 'astro';
import { createEmulator } from 'emulate';
import { watchFunctions } from '#netlify/build/bundle-functions.ts';
import { localEnvironment, sitePort } from './local-environment.ts';
import { saveContent } from './save-content.ts';
import { unused } from './site.ts';

type PluginOption = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

const root = process.cwd();
const port = sitePort();
const mail = await createEmulator({ service: 'resend', port: port + 1, hostname: '127.0.0.1' });
// The functions take the frame of their pages from this server.
const pages = { PAGES_URL: `http://localhost:${port}` };
Object.assign(process.env, localEnvironment(mail.url), pages);
// Its function would answer with the editor that was built.
await watchFunctions(root, ['netlify/functions/editor.ts']);

// What the emulator and the build write is no reason to reload a page.
const watch = { ignored: ['**/.netlify/**', '**/build/**', '**/dist/**', '**/test-results/**'] };
await dev({
	// It would cover a part of the editor.
	devToolbar: { enabled: false },
	root,
	server: { port },
	// Otherwise Astro refuses the addresses of functions, which have no slash at the end.
	trailingSlash: 'ignore',
	vite: {
		plugins: [
			{
				name: 'save-content',
				configureServer: ({ middlewares }) => {
					middlewares.use('/admin/save', (request, response) =>
						saveContent(root, request, response),
					);
				},
			},
			// Without files: those of the last build have headers that forbid the scripts of this server.
			netlify({ ...unused, staticFiles: { enabled: false } }) as PluginOption,
		],
		server: { watch, strictPort: true },
	},
});
console.log(`
  Site   http://localhost:${port}
  Inbox  ${mail.url}/inbox
  Editor http://localhost:${port}/admin/

  Ctrl-C stops both.`);
process.once('disconnect', () => process.exit(0));
