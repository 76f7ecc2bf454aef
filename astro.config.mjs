import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { publish } from './src/integrations/publish.ts';
import { slimEditor } from './src/integrations/slim-editor.ts';
import { templates } from './src/lib/site/templates.ts';

// Netlify sets URL to the site's main address while it builds.
const site = process.env.URL ?? 'http://localhost:8888';

/** Pages that are not for search engines: what functions fill in, and the editor. */
const unlisted = ['/admin/', ...templates.map((name) => `/ansoeg/${name}/`)];

export default defineConfig({
	site,
	trailingSlash: 'always',
	build: { inlineStylesheets: 'always' },
	integrations: [
		mdx(),
		sitemap({ filter: (page) => !unlisted.some((address) => page.endsWith(address)) }),
		publish(),
	],
	vite: {
		plugins: [tailwindcss(), slimEditor()],
		// Newer syntax, such as width ranges in media queries, would give older phones no layout at all.
		build: { cssTarget: ['chrome80', 'edge80', 'firefox78', 'safari14'] },
	},
});
