import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The first test that fails ends the run, so the one that lives through days comes last. */
class QuickestFirst extends BaseSequencer {
	override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith('/sweep.test.ts'));
		return Promise.resolve(files.toSorted((one, other) => rank(one) - rank(other)));
	}
}

/** What `npm run mutate` runs for each change that it makes to the core: the quick tests of the unit project. */
export default defineConfig({
	test: {
		include: [
			'tests/unit/application/{confirming,delivering}/*.test.ts',
			'tests/unit/netlify/**/*.test.ts',
		],
		exclude: ['**/{faults,crowds,crash-points,histories}.test.ts'],
		// Each run is a worker of its own. Within one, no test leaves anything behind.
		isolate: false,
		sequence: { sequencer: QuickestFirst },
	},
});
