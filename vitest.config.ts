import { configDefaults, defineConfig } from 'vitest/config';

/** Where `npm test` reads how it went. */
const report = process.env.VITEST_REPORT;
const histories = 'tests/unit/**/histories.test.ts';

/** Everything that needs no browser. The journeys through the site run in Playwright. */
export default defineConfig({
	test: {
		// Each file has a process of its own: tests change the environment, the clock and the console.
		pool: 'forks',
		reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.{ts,tsx}'],
					exclude: [...configDefaults.exclude, histories],
				},
			},
			{
				extends: true,
				test: { name: 'histories', include: [histories], testTimeout: 300_000 },
			},
			{
				extends: true,
				test: {
					name: 'functions',
					include: ['tests/functions/**/*.test.ts'],
					// A project is built and served in some; on two busy cores that takes a while.
					testTimeout: 180_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
