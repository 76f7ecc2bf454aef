import type { Plugin } from 'vite';

/** What the editor could load and this site has no use for: colours of code, other languages, maps, formats. */
const unused = [
	/^@shikijs\/(langs|themes)\//,
	/^\.\.\/locales\/(?!da\.json$)/,
	/^(leaflet|terra-draw|svgo|exifr)\b/,
	/^\.\/chunks\/(heic|webp_enc|shiki-engine)/,
];
const nothing = '\0nothing';

/** Leaves out of the editor what it never loads here: 17 MB of files in the build become under 4. */
export function slimEditor(): Plugin {
	return {
		name: 'slim-editor',
		apply: 'build',
		enforce: 'pre',
		resolveId(id, importer) {
			const isEditors = importer?.replaceAll('\\', '/').includes('/@sveltia/cms/');
			return isEditors && unused.some((each) => each.test(id)) ? nothing : undefined;
		},
		load: (id) => (id === nothing ? 'export default {}' : undefined),
		// Its typefaces come with the package; the styles name them at a third party's once more.
		transform: (code, id) =>
			id.includes('/@sveltia/cms/npm/index.js')
				? {
						code: code.replaceAll(/url\(https:\/\/cdn\.jsdelivr\.net[^)]*\)/g, `local('')`),
						map: null,
					}
				: undefined,
	};
}
