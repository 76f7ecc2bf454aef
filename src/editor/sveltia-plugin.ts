import type { Plugin } from 'vite';
import { danish } from './danish.ts';
import { patched } from './sveltia-patches.ts';

interface Words {
	[key: string]: string | Words;
}

/** What the editor could load and this site has no use for: colours of code, other languages, maps, formats. */
const unused = [
	/^@shikijs\/(langs|themes)\//,
	/^\.\.\/locales\/(?!da\.json$)/,
	/^(leaflet|terra-draw|svgo|exifr)\b/,
	/^\.\/chunks\/(heic|webp_enc|shiki-engine)/,
];
const nothing = '\0nothing';
const isSveltias = (path: string) => path.replaceAll('\\', '/').includes('/@sveltia/cms/');

/** Fits Sveltia CMS to this site: leaves out what it never loads here, and adds what it lacks. */
export function fitSveltia(): Plugin {
	return {
		name: 'fit-sveltia',
		enforce: 'pre',
		// The development server would bundle it beforehand, past this plugin.
		config: () => ({ optimizeDeps: { exclude: ['@sveltia/cms'] } }),
		resolveId(id, importer = '') {
			return isSveltias(importer) && unused.some((each) => each.test(id)) ? nothing : undefined;
		},
		load: (id) => (id === nothing ? 'export default {}' : undefined),
		transform(code, id) {
			if (!isSveltias(id)) return undefined;
			if (id.includes('/locales/da.json')) {
				return { code: JSON.stringify(over(JSON.parse(code) as Words, danish)), map: null };
			}
			return id.includes('/npm/index.js') ? { code: patched(code), map: null } : undefined;
		},
	};
}

function over(words: Words, others: Words): Words {
	const merged = { ...words };
	for (const [key, other] of Object.entries(others)) {
		const word = words[key];
		const isGroup = typeof other === 'object';
		merged[key] = isGroup ? over(typeof word === 'object' ? word : {}, other) : other;
	}
	return merged;
}
