import { defineConfig } from 'vitest/config';

/** What `npm run mutate` runs for each change that it makes to the core: the quick tests of the unit project. */
export default defineConfig({
	test: {
		include: [
			'tests/unit/application/{confirming,delivering}/*.test.ts',
			'tests/unit/netlify/**/*.test.ts',
		],
		exclude: ['**/histories.test.ts', '**/crash-points.test.ts'],
	},
});
