import { expect, test } from '../support/journey.ts';
import { qualwebReport } from '../support/qualweb.ts';
import { views } from '../support/views.ts';

// The Danish authority that watches over public websites evaluates them with QualWeb.
test.use({ bypassCSP: true });

for (const { name, open } of views) {
	test(`QualWeb finds nothing that fails on ${name}`, async ({ page }) => {
		await open(page);
		const { judged, failed } = await qualwebReport(page);
		expect(judged).toBeGreaterThan(20);
		expect(failed).toEqual([]);
	});
}
