import type { Plugin } from 'vite';
import { danish } from './danish.ts';
import { icons } from './icons.ts';
import { slimmed } from './slim-sveltia.ts';
import { patched } from './sveltia-patches.ts';
import { symbolsNamedIn } from './symbols.ts';

interface Words {
	[key: string]: string | Words;
}

/** What the editor could load and this site has no use for: colours of code, other languages, maps, formats. */
const unused = [
	/^@shikijs\/(langs|themes)\//,
	/^\.\.\/locales\/(?!da\.json$)/,
	/^(leaflet|terra-draw|svgo|exifr|turndown)\b/,
	/^\.\/chunks\/(heic|webp_enc|shiki-engine)/,
];
const nothing = '\0nothing';
/** Preact draws the preview: it is here already, and a tenth of React's size. */
const reactDom = './chunks/react-dom-';
/** What the patches call. */
const ours = 'site:page-name';
const isSveltias = (path: string) => path.replaceAll('\\', '/').includes('/@sveltia/cms/');

/** Fits Sveltia CMS to this site: leaves out what it never loads here, and adds what it lacks. */
export function fitSveltia(): Plugin {
	let whole = '';
	let isBuild = false;
	return {
		name: 'fit-sveltia',
		enforce: 'pre',
		// The development server would bundle it beforehand, past this plugin.
		config: (_, { command }) => {
			isBuild = command === 'build';
			return {
				optimizeDeps: {
					exclude: ['@sveltia/cms'],
					include: ['preact/compat', 'preact/compat/client'],
				},
			};
		},
		resolveId(id, importer = '') {
			if (!isSveltias(importer)) return undefined;
			if (id === ours) return `${import.meta.dirname}/../content/page-name.ts`;
			if (id === 'immutable') return `${import.meta.dirname}/plain-entries.ts`;
			if (id.startsWith(reactDom)) return this.resolve('preact/compat/client');
			return unused.some((each) => each.test(id)) ? nothing : undefined;
		},
		load: (id) => (id === nothing ? 'export default {}' : undefined),
		transform(code, id) {
			if (!isSveltias(id)) return undefined;
			const [file = ''] = id.split('?');
			if (file.endsWith('/locales/da.json')) {
				return { code: JSON.stringify(shownWords(code)), map: null };
			}
			if (/\/chunks\/react-[^/]+\.js$/.test(file)) return { code: withPreact(code), map: null };
			if (!file.endsWith('/npm/index.js')) return undefined;
			whole = code;
			// The development server loads it all, since nobody waits for it there, and finds a file by quotes only.
			const fitted = isBuild
				? slimmed(code, this.parse(code), `${file}.map`)
				: code.replaceAll(/import\(`([^`$]+)`\)/g, `import('$1')`);
			return { code: `import{pageNameFrom}from'${ours}';${patched(fitted)}`, map: null };
		},
		async generateBundle(_, bundle) {
			for (const [name, file] of Object.entries(bundle)) {
				if (file.type !== 'asset') continue;
				// Nothing asks for it: pictures cannot be put in.
				if (/\/heic[_-]/.test(name)) Reflect.deleteProperty(bundle, name);
				if (name.includes('material-symbols') && typeof file.source !== 'string') {
					file.source = await symbolsNamedIn(whole + JSON.stringify(icons), file.source);
				}
			}
		},
	};
}

/** Groups of words that nothing here leads to: what its own configuration, pictures and other hosts are told with. */
const unsaid = ['config', 'cloud_storage', 'assets_dialog', 'file_type_labels', 'open_authoring'];

function shownWords(json: string): Words {
	const words = Object.entries(JSON.parse(json) as Words).filter(([key]) => !unsaid.includes(key));
	return over(Object.fromEntries(words), danish);
}

function withPreact(code: string): string {
	const react = /(\w+)=\w+\(\(\(e,t\)=>\{t\.exports=\w+\(\)\}\)\)(?=;export)/;
	if (!react.test(code)) throw new Error('Sveltia CMS has changed: React is elsewhere.');
	return `import * as preact from 'preact/compat';${code.replace(react, '$1=()=>preact')}`;
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
