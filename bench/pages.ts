// What a reader waits for: every page of this site, beside the leaflet's text as bare HTML.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import { install } from '../scripts/install.mjs';
import { pages } from '../tests/support/published.ts';
import { interleaved } from './measure.ts';
import type { Part } from './report.ts';
import { serveCompressed } from './serve-compressed.ts';

const rounds = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Visit = Record<(typeof categories)[number] | 'lcp' | 'requests' | 'bytes', number>;

export async function measure(): Promise<Part> {
	await install('tools');
	const lighthouse = await lighthouseIn(createRequire(resolve('tools', 'package.json')));
	const port = 9222;
	const executablePath = findBrowser();
	const browser = await chromium.launch({
		...(executablePath && { executablePath }),
		args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
	});
	const bare = await serveCompressed(await bareLeaflet());
	const site = await serveCompressed('dist');
	try {
		const own = pages.filter((address) => address !== '/404.html');
		const names = [yardstick, ...own];
		const of = await interleaved(rounds, names, (name) =>
			lighthouse(name === yardstick ? `${bare.url}/` : `${site.url}${name}`, port),
		);
		return {
			title: 'First view on a phone',
			text: `Lighthouse’s telephone and network, medians of ${rounds} interleaved runs. Bytes and requests are all that the first view loads, without the icon; text is compressed by brotli 11. At most 8,000 bytes for the front page, 9,000 for the form; LCP at most 1.15 times the bare page.`,
			head: ['page', 'bytes', 'requests', 'LCP ms', 'ratio', ...categories],
			rows: names.map((name) => [
				name,
				...(['bytes', 'requests'] as const).map((what) => of(name, what)),
				of(name, 'lcp').toFixed(0),
				(of(name, 'lcp') / of(yardstick, 'lcp')).toFixed(2),
				...categories.map((category) => of(name, category)),
			]),
		};
	} finally {
		await browser.close();
		for (const { stop } of [site, bare]) stop();
	}
}

const yardstick = 'the leaflet as bare HTML';

/** A folder with the leaflet's text as HTML and nothing else. */
async function bareLeaflet(): Promise<string> {
	const leaflet = await readFile('content/folder.md', 'utf8');
	const html = leaflet
		.replace(/\{\w+\}/g, 'projektlederen')
		.slice(leaflet.indexOf('\n## '))
		.split('\n\n')
		.map((block) => block.trim())
		.map((block) => (block.startsWith('## ') ? `<h2>${block.slice(3)}</h2>` : `<p>${block}</p>`));
	const folder = await mkdtemp(join(tmpdir(), 'bench-'));
	const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
	const page = `<!doctype html><html lang="da">${head}<title>Tryghedsambassadør</title><meta name="description" content="Tryghedsambassadører i Midt- og Vestjylland."><link rel="icon" href="data:,"><main><h1>Tryghedsambassadør</h1>${html.join('\n')}</main></html>`;
	await writeFile(join(folder, 'index.html'), page);
	return folder;
}

interface Audit {
	numericValue?: number;
	details?: { items?: readonly { url: string; transferSize: number }[] };
}

interface Result {
	audits: Record<string, Audit>;
	categories: Record<string, { score: number | null }>;
}

async function lighthouseIn(tools: NodeJS.Require) {
	const { default: run } = (await import(pathToFileURL(tools.resolve('lighthouse')).href)) as {
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
