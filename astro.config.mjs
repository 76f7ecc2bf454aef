import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { publish } from './netlify/build/publish.ts';
import { formLinks } from './src/content/form-links.ts';
import { features, refuseCode } from './src/content/refuse-code.ts';
import { typesetting } from './src/content/typeset-pages.ts';

// Netlify sets URL to the site's main address while it builds.
const site = process.env.URL ?? 'http://localhost:8888';

/** Whole packages of the editor that nothing here asks for. */
const unused =
	/^(@shikijs\/(langs|themes)|leaflet|terra-draw|terra-draw-leaflet-adapter|svgo|exifr)(\/.*)?$|^\.\/chunks\/(heic|webp_enc).*$/;
const nothing = `${import.meta.dirname}/src/editor/nothing.ts`;

/** Nor for what handles photos; its decoder is under the LGPL, which no published file may be. */
const withoutPhotos = {
	name: 'without-photos',
	generateBundle(_, bundle) {
		for (const file of Object.keys(bundle)) {
			if (/heic|webp_enc/.test(file)) Reflect.deleteProperty(bundle, file);
		}
	},
};

export default defineConfig({
	site,
	trailingSlash: 'always',
	build: { inlineStylesheets: 'always' },
	integrations: [
		mdx({
			optimize: true,
			processor: satteri({
				features,
				mdastPlugins: [refuseCode, formLinks],
				hastPlugins: [typesetting],
			}),
		}),
		publish(),
	],
	vite: {
		// All texts in one module: thousands of pages are built a third cheaper than with two modules for each.
		environments: {
			prerender: {
				build: {
					rolldownOptions: {
						output: { codeSplitting: { groups: [{ name: 'texts', test: /\.mdx/ }] } },
					},
				},
			},
		},
		plugins: [tailwindcss(), withoutPhotos],
		// The editor would load these for pictures, maps and colours of code. No form here has any.
		resolve: { alias: [{ find: unused, replacement: nothing }] },
		// Newer syntax, such as width ranges in media queries, would give older phones no layout at all.
		build: {
			cssTarget: ['chrome80', 'edge80', 'firefox78', 'safari14'],
			// The editor, which only staff load, is one file of 2.4 MB.
			chunkSizeWarningLimit: 2500,
			// Astro marks modules for itself with directives that the bundler does not know.
			rolldownOptions: { checks: { moduleLevelDirective: false } },
		},
	},
});
