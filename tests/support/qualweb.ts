import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** An object that QualWeb's scripts put on the `window` of a page. */
interface Runner {
	configure: (options: object) => Runner;
	test: (data: object) => Runner;
	testSpecial?: () => void;
	getReport: () => Report;
}
type RunnerClass = new (options: object, language: string) => Runner;
type InPage = typeof globalThis & {
	ACTRulesRunner: RunnerClass;
	WCAGTechniquesRunner: RunnerClass;
	act: Runner;
};

interface Report {
	assertions: Record<
		string,
		{
			code: string;
			name: string;
			metadata: { outcome: 'passed' | 'warning' | 'failed' | 'inapplicable' };
			results: readonly { verdict: string; elements?: readonly { pointer: string }[] }[];
		}
	>;
}

const { resolve } = createRequire(import.meta.url);
const scripts = ['qw-page', 'util', 'locale', 'act-rules', 'wcag-techniques'].map((name) =>
	resolve(`@qualweb/${name}`),
);
/** One rule judges the page in a small window, as at 400 percent. */
const smallWindow = { width: 640, height: 512 };

/**
 * Runs QualWeb's rules and techniques in a page. QualWeb's core does the same, but in a browser that it downloads. The
 * page needs `bypassCSP`, and contains QualWeb's scripts afterwards.
 */
export async function qualwebReport(page: Page): Promise<{ judged: number; failed: string[] }> {
	const sourceHtml = await page.content();
	const size = page.viewportSize() ?? smallWindow;
	for (const path of scripts) await page.addScriptTag({ path });
	const techniques = await page.evaluate(
		(data) => {
			const inPage = globalThis as InPage;
			inPage.act = new inPage.ACTRulesRunner({}, 'en').configure({}).test(data);
			return new inPage.WCAGTechniquesRunner({}, 'en').configure({}).test(data).getReport();
		},
		{ sourceHtml, newTabWasOpen: false },
	);
	await page.setViewportSize(smallWindow);
	const rules = await page.evaluate(() => {
		const { act } = globalThis as InPage;
		act.testSpecial?.();
		return act.getReport();
	});
	await page.setViewportSize(size);

	const assertions = [rules, techniques].flatMap((report) => Object.values(report.assertions));
	return {
		judged: assertions.filter(({ metadata }) => metadata.outcome !== 'inapplicable').length,
		failed: assertions
			.filter(({ metadata }) => metadata.outcome === 'failed')
			.map(({ code, name, results }) => {
				const elements = results
					.filter(({ verdict }) => verdict === 'failed')
					.flatMap((result) => result.elements ?? []);
				return [`${code} ${name}`, ...elements.map(({ pointer }) => pointer)].join('\n  ');
			}),
	};
}
