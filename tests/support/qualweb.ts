import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** What QualWeb's own scripts, once they are in a page, put on its `window`. */
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
/** One rule looks at a small window, at 400 percent. */
const smallWindow = { width: 640, height: 512 };

/**
 * Runs QualWeb's rules and techniques in a page, as its core does with a browser of its own, which would
 * have to be fetched. The page needs `bypassCSP`, and holds the scripts afterwards.
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
