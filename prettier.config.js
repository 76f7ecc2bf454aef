/** @type {import('prettier').Config} */
export default {
	useTabs: true,
	singleQuote: true,
	printWidth: 100,
	plugins: ['prettier-plugin-astro'],
	overrides: [
		{ files: '*.astro', options: { parser: 'astro' } },
		// Where tabs mean something else, or nothing.
		{ files: ['*.md', '*.yml'], options: { useTabs: false } },
	],
};
