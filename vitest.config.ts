import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { nightly } from './tests/support/nightly.ts';

/** Where `npm test` reads how it went. */
const report = process.env.VITEST_REPORT;
/** More of the same, for which an ordinary run has no time. */
const tooLong = nightly ? [] : ['**/*.nightly.test.ts'];
const histories = 'tests/unit/**/histories.test.ts';

declare module 'vitest' {
	interface TaskMeta {
		/** What a test that is skipped lacks here. */
		needs?: string;
	}
}

/** Those that take long begin first, or they would run on alone at the end. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isLong = ({ moduleId }: TestSpecification) =>
			/(histories|storm|crash-points|other-district|additions|builds|golive)\.test\.ts$/.test(
				moduleId,
			);
		const sorted = await super.sort(files);
		return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
	}
}

/** Everything that needs no browser. The journeys through the site run in Playwright. */
export default defineConfig({
	test: {
		// Each file has a process of its own: tests change the environment, the clock and the console.
		pool: 'forks',
		reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
		maxWorkers: 2,
		// Some live through many days, or build and serve a project. A limit is not to judge how busy the machine is.
		testTimeout: 180_000,
		hookTimeout: 180_000,
		sequence: { sequencer: LongestFirst },
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
				test: { name: 'histories', include: [histories], testTimeout: 1_200_000 },
			},
			{
				extends: true,
				test: {
					name: 'functions',
					include: ['tests/functions/**/*.test.ts'],
					exclude: [...configDefaults.exclude, ...tooLong],
				},
			},
		],
	},
});
