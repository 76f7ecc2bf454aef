import { defineConfig } from 'vitest/config';

/** What `npm run mutate` runs for each change that it makes to the core: the quick tests of the unit project. */
export default defineConfig({
	test: {
		include: [
			'tests/unit/application/{confirming,outbox}/*.test.ts',
			'tests/unit/netlify/**/*.test.ts',
		],
		exclude: ['**/{crash-points,histories,days}.test.ts'],
		// Each run is a worker of its own. Within one, no test leaves anything behind.
		isolate: false,
		// On a busy machine a test is slow and not failed.
		testTimeout: 60_000,
	},
});
