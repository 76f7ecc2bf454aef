// What a reader waits for: every page of this site, beside the same text in other designs.
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import { pages } from '../tests/support/published.ts';
import { interleaved, median } from './measure.ts';
import { buildPeers, install } from './peers.ts';
import type { Part } from './report.ts';
import { serveCompressed } from './serve-compressed.ts';

const rounds = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Visit = Record<(typeof categories)[number] | 'lcp' | 'requests' | 'bytes', number>;

export async function measure(): Promise<Omit<Part, 'at'>> {
	const lighthouse = await lighthouseIn(install());
	const port = 9222;
	const browser = await chromium.launch({
		executablePath: (await findBrowser()) ?? '',
		args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
	});
	const peers = await Promise.all(
		Object.entries(buildPeers()).map(async ([name, folder]) => ({
			name,
			server: await serveCompressed(folder),
		})),
	);
	const site = await serveCompressed('dist');
	try {
		const own = pages.filter((address) => address !== '/404.html');
		const addresses = [
			...peers.map(({ name, server }) => [name, `${server.url}/`] as const),
			...own.map((address) => [address, `${site.url}${address}`] as const),
		];
		const visits = addresses.map(([name, url]) => [name, () => lighthouse(url, port)] as const);
		const found = await interleaved<string, Visit>(rounds, Object.fromEntries(visits));
		const [bare = ''] = Object.keys(found);
		const of = (name: string, what: keyof Visit) =>
			median((found[name] ?? []).map((visit) => visit[what]));
		return {
			title: 'The pages',
			sections: [
				{
					title: 'First view on a phone, beside the same text in other designs',
					text: `Lighthouse’s telephone and network, medians of ${rounds} interleaved runs. Bytes and requests are all that the first view loads, without the icon; text is compressed by brotli 11. At most 8,000 bytes for the front page, 9,000 for the form; LCP at most 1.15 times the bare page. The others are built in the same run from their npm packages, with their own styles, fonts and scripts.`,
					head: ['page', 'bytes', 'requests', 'LCP ms', 'ratio', ...categories],
					rows: Object.keys(found).map((name) => [
						name,
						...(['bytes', 'requests'] as const).map((what) => of(name, what)),
						of(name, 'lcp').toFixed(0),
						(of(name, 'lcp') / of(bare, 'lcp')).toFixed(2),
						...categories.map((category) => of(name, category)),
					]),
				},
			],
		};
	} finally {
		await browser.close();
		for (const { stop } of [site, ...peers.map(({ server }) => server)]) stop();
	}
}

interface Audit {
	numericValue?: number;
	details?: { items?: readonly { url: string; transferSize: number }[] };
}

interface Result {
	audits: Record<string, Audit>;
	categories: Record<string, { score: number | null }>;
}

async function lighthouseIn(packages: NodeJS.Require) {
	const { default: run } = (await import(pathToFileURL(packages.resolve('lighthouse')).href)) as {
		default: (url: string, flags: object) => Promise<{ lhr: Result } | undefined>;
	};
	return async (url: string, port: number): Promise<Visit> => {
		const result = await run(url, { port, throttlingMethod: 'devtools', logLevel: 'error' });
		if (!result) throw new Error(`Lighthouse found nothing at ${url}`);
		const { audits, categories: judged } = result.lhr;
		const scores = Object.fromEntries(
			categories.map((name) => [name, Math.round((judged[name]?.score ?? 0) * 100)]),
		) as Record<(typeof categories)[number], number>;
		const asked = (audits['network-requests']?.details?.items ?? []).filter(
			(item) => !/^data:|icon/.test(item.url),
		);
		return {
			...scores,
			lcp: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
			requests: asked.length,
			bytes: asked.reduce((sum, { transferSize }) => sum + transferSize, 0),
		};
	};
}
