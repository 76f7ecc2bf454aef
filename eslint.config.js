import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/**
 * What each part of the code may not import. The directions between the parts are what keeps the rules
 * about applications free of servers, and the pages free of functions.
 */
function mayNotImport(...groups) {
	const patterns = groups.map(([regex, message]) => ({ regex, message }));
	return { 'no-restricted-imports': ['error', { patterns }] };
}

const functions = [
	'^#netlify/|/netlify/(functions|adapters|build)/',
	'Only the functions themselves, tests, benchmarks and scripts import from netlify/.',
];
const pages = [
	'^#(components|layouts|styles)/',
	'What is no page knows nothing of components, layouts and styles.',
];

const contents = [
	'/content/(pages|settings)/',
	'Content is read by pages and by src/content, where it is checked; import what that gives.',
];

/** Globals through which time, chance, the environment or the network would get in. */
const outside = {
	process: 'The core is told what it needs; read the environment in netlify/adapters/env.ts.',
	Buffer: 'Buffer is of Node; use a Uint8Array.',
	fetch: 'The core states what it needs in ports.ts; an adapter does the fetching.',
	setTimeout: 'The core does not wait; it says when.',
	setInterval: 'The core does not wait; it says when.',
	performance: 'Take the time as an argument.',
};

export default defineConfig(
	globalIgnores(['dist', 'build', '.astro', '.netlify', '.stryker-tmp', 'test-results']),
	{
		files: ['**/*.{ts,tsx,js,mjs}'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// A string spread into its characters is how its length is counted as people count.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			// A number says best what it is as itself.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// To leave a property out of a copy.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			eqeqeq: 'error',
			'no-console': 'error',
		},
	},
	{
		// Plain JavaScript has no types to check against.
		files: ['**/*.{js,mjs}'],
		extends: [tseslint.configs.disableTypeChecked],
	},
	astro.configs.recommended,
	{
		files: ['**/*.astro'],
		rules: { eqeqeq: 'error', 'astro/no-set-html-directive': 'error' },
	},
	{
		files: ['src/**/*.{ts,tsx,astro}'],
		rules: mayNotImport(functions, contents),
	},
	{
		files: ['src/pages/**', 'src/content.config.ts'],
		rules: mayNotImport(functions),
	},
	{
		files: ['src/{application,content,site}/**/*.{ts,tsx}'],
		rules: mayNotImport(functions, pages, contents),
	},
	{
		files: ['src/content/**/*.ts'],
		rules: mayNotImport(functions, pages),
	},
	{
		files: ['netlify/**/*.{ts,tsx}'],
		rules: mayNotImport(pages, contents),
	},
	{
		// typescript-eslint knows nothing of Astro's files and takes what they export for `any`; `astro check`
		// knows their types.
		files: ['src/components/content/index.ts'],
		rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
	},
	{
		files: ['src/application/**/*.{ts,tsx}'],
		rules: {
			...mayNotImport([
				'^(?!zod/mini$|email-misspelled$|node:url$|preact(-render-to-string)?$|#application/|#site/paths|\\./)',
				'The core imports zod/mini, email-misspelled, node:url, what renders its views, and its own files.',
			]),
			'no-restricted-globals': [
				'error',
				...Object.entries(outside).map(([name, message]) => ({ name, message })),
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Take the time as an argument.' },
				{ object: 'Math', property: 'random', message: 'Take what is random as an argument.' },
				{ object: 'crypto', property: 'randomUUID', message: 'Take the id as an argument.' },
				{
					object: 'crypto',
					property: 'getRandomValues',
					message: 'Take the bytes as an argument.',
				},
				{ object: 'globalThis', message: 'The core reaches for nothing global.' },
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
					message: 'Take the time as an argument.',
				},
				{
					selector: 'CallExpression[callee.name="Date"]',
					message: 'Take the time as an argument.',
				},
			],
		},
	},
	{
		// What runs in a terminal speaks there, and so does the build; a function only through its log.
		files: ['scripts/**', 'bench/**', 'tests/**', 'netlify/build/**', 'netlify/adapters/log.ts'],
		rules: { 'no-console': 'off' },
	},
);
