import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { paths } from '#site/paths.ts';
import { findBrowser } from '../scripts/browser.mjs';
import { pages as published } from '../tests/support/published.ts';
import { compressed, serveHttp2 } from './http2-server.ts';
import { interleaved, median } from './measure.ts';
import type { Part, Section } from './report.ts';

const rounds = 5;

/** Measured on one machine on the same day, each as a page of its own kind is delivered; not fetched here. */
const peers = [
	{ label: 'GOV.UK’s page template', bytes: 106_380, requests: 8 },
	{ label: 'AstroWind’s home', bytes: 164_433, requests: 8 },
	{ label: 'Starlight’s guide', bytes: 41_907, requests: 10 },
	{ label: 'Danish common design system, smallest page', bytes: 237_376, requests: 6 },
];

interface Visit {
	scores: Record<string, number>;
	lcp: number;
	fcp: number;
	cls: number;
	blocking: number;
	requests: number;
	before: number;
	bytes: number;
	thirdParties: number;
}

const pages = published.filter((address) => address !== '/404.html');

export async function measure(): Promise<Omit<Part, 'at'>> {
	return { title: 'The pages', sections: [sizes(), await visits(), await nextPage()] };
}

function sizes(): Section {
	const rows = published.map((address) => {
		const html = readFileSync(join('dist', address.replace(/\/$/, '/index.html')));
		return { label: address, bytes: compressed(html).length, ours: true };
	});
	const bare = compressed(barePage()).length;
	return {
		title: 'Size, in bytes of HTML after brotli 11',
		text: 'Styles and drawings lie in the page. At most 8,000 for the front page, 9,000 for the form. The peers’ figures were measured on one machine, with everything that each loads for its first view.',
		head: ['page', 'bytes', 'requests'],
		rows: [
			['the leaflet as bare HTML', bare, 1],
			...rows.map(({ label, bytes }) => [label, bytes, 1]),
			...peers.map(({ label, bytes, requests }) => [label, bytes, requests]),
		],
		chart: {
			name: 'pages-bytes',
			title: 'What the first view loads',
			unit: 'bytes',
			bars: [
				{ label: 'the leaflet as bare HTML', value: bare },
				...rows
					.filter(({ label }) => label === '/' || label === '/ansoeg/')
					.map(({ label, bytes }) => ({ label: `this site, ${label}`, value: bytes, ours: true })),
				...peers.map(({ label, bytes }) => ({ label, value: bytes })),
			],
		},
	};
}

/** What lies at an address of the built site. The pages name the address that they were built for. */
function built(path: string, origin: string): Buffer | string | undefined {
	const file = join('dist', path);
	if (!existsSync(file)) return undefined;
	const content = readFileSync(file);
	return /html|txt|xml/.test(extname(path))
		? content.toString('utf8').replaceAll('http://localhost:8888', origin)
		: content;
}

async function visits(): Promise<Section> {
	const lighthouse = await getLighthouse();
	const server = await serveHttp2(
		(path, origin) => (path === '/bare.html' ? barePage() : built(path, origin)),
		siteHeaders(),
	);
	const browser = await startBrowser();
	try {
		const visit = (address: string) => () => lighthouse(`${server.origin}${address}`, browser.port);
		const found = await interleaved<string, Visit>(
			rounds,
			Object.fromEntries(['/bare.html', ...pages].map((address) => [address, visit(address)])),
		);
		const of = (address: string, what: (one: Visit) => number) =>
			median((found[address] ?? []).map(what));
		const bare = of('/bare.html', ({ lcp }) => lcp);
		return {
			title: 'Lighthouse, mobile, with applied throttling',
			text: `Medians of ${rounds} interleaved runs over HTTP/2. LCP beside the bare page with the leaflet’s text: at most 1.15 times. The icon comes after the first paint and is not counted.`,
			head: [
				'page',
				'performance',
				'accessibility',
				'best practices',
				'SEO',
				'LCP ms',
				'ratio',
				'CLS',
				'blocking ms',
				'requests before first paint',
				'third parties',
			],
			rows: Object.keys(found).map((address) => {
				const lcp = of(address, (one) => one.lcp);
				return [
					address,
					...['performance', 'accessibility', 'best-practices', 'seo'].map((name) =>
						of(address, ({ scores }) => scores[name] ?? 0),
					),
					lcp.toFixed(0),
					(lcp / bare).toFixed(2),
					of(address, ({ cls }) => cls),
					of(address, ({ blocking }) => blocking).toFixed(0),
					of(address, ({ before }) => before),
					of(address, ({ thirdParties }) => thirdParties),
				];
			}),
			chart: {
				name: 'pages-lcp',
				title: 'Largest contentful paint beside the bare page',
				unit: 'times',
				limit: 1.15,
				bars: Object.keys(found).map((address) => ({
					label: address,
					value: Number((of(address, (one) => one.lcp) / bare).toFixed(2)),
					ours: address !== '/bare.html',
				})),
			},
		};
	} finally {
		browser.stop();
		server.stop();
	}
}

const roundTrip = 150;

/** From a press on a link to the first paint of the page behind it, as the reader of the front page sees it. */
async function nextPage(): Promise<Section> {
	const withoutRules = (path: string, origin: string) => {
		const content = built(path, origin);
		return typeof content === 'string'
			? content.replace(/<script type="speculationrules">.*?<\/script>/, '')
			: content;
	};
	const plain = await serveHttp2(withoutRules, siteHeaders(), roundTrip);
	const ahead = await serveHttp2(built, siteHeaders(), roundTrip);
	const browser = await chromium.launch({
		executablePath: (await findBrowser()) ?? '',
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
	});
	const press = (origin: string, seenBefore: boolean) => async () => {
		const page = await browser.newPage({ ignoreHTTPSErrors: true });
		if (seenBefore) await page.goto(`${origin}${paths.contact}`);
		await page.goto(`${origin}/`);
		const link = page.locator(`main a[href="${paths.contact}"]`).first();
		await link.hover();
		// Somebody who points takes a moment to press.
		await page.waitForTimeout(300);
		await link.click();
		await page.waitForURL(`**${paths.contact}`);
		const paint = await page.waitForFunction(
			() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
		);
		const time = await paint.jsonValue();
		await page.close();
		return time ?? Number.NaN;
	};
	try {
		const found = await interleaved(9, {
			'no rules, no cache': press(plain.origin, false),
			'no rules, the page lies in the cache and is asked about': press(plain.origin, true),
			'fetched when pointed at': press(ahead.origin, false),
		});
		const first = median(found['no rules, no cache']);
		return {
			title: 'The next page',
			text: `From the press to the first paint, ${roundTrip} ms from the server, on a connection that is open. A page in the browser’s cache is asked about each time, since a number that was mended must show at once; the answer is short, and costs the same round trip. So a page is fetched when one points at it or touches it (speculation rules, some 60 bytes of each page), by browsers that know them, unless the reader saves data. To prepare it further than that gave nothing more on pages without scripts.`,
			head: ['', 'first paint ms', 'ratio'],
			rows: Object.entries(found).map(([name, times]) => [
				name,
				median(times).toFixed(0),
				(median(times) / first).toFixed(2),
			]),
		};
	} finally {
		await browser.close();
		plain.stop();
		ahead.stop();
	}
}

/** The leaflet's words and nothing else: the least that could be sent. */
function barePage(): string {
	const paragraphs = readFileSync('content/folder.md', 'utf8')
		.split(/^## /m)
		.slice(1)
		.flatMap((section) => {
			const [heading = '', ...text] = section.trim().split(/\n\n/);
			return [`<h2>${heading.replace(/^\S+ /, '')}</h2>`, ...text.map((each) => `<p>${each}</p>`)];
		});
	return `<!doctype html><html lang="da"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="Tryghedsambassadør"><title>Tryghedsambassadør</title><link rel="icon" href="/favicon.svg"><main><h1>Tryghedsambassadør</h1>${paragraphs.join('')}</main></html>`;
}

/** What `_headers` says. The bare page has no styles, and gets them too. */
function siteHeaders(): Record<string, string> {
	const lines = readFileSync('dist/_headers', 'utf8').trim().split('\n').slice(1);
	return Object.fromEntries(
		lines.map((line) => {
			const [name = '', ...value] = line.trim().split(': ');
			return [name.toLowerCase(), value.join(': ')];
		}),
	);
}

/** Lighthouse is larger than the rest of the project's tools, so it is installed when it is first needed. */
async function getLighthouse(): Promise<(url: string, port: number) => Promise<Visit>> {
	const folder = resolve('bench', 'lighthouse');
	const file = join(folder, 'node_modules', 'lighthouse', 'core', 'index.js');
	if (!existsSync(file)) execFileSync('npm', ['ci'], { cwd: folder, stdio: 'ignore' });
	const { default: run } = (await import(pathToFileURL(file).href)) as { default: Lighthouse };
	return async (url, port) => {
		const result = await run(url, { port, throttlingMethod: 'devtools', logLevel: 'error' });
		if (!result) throw new Error(`Lighthouse found nothing at ${url}`);
		const { audits, categories } = result.lhr;
		const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
		const requests = audits['network-requests']?.details?.items ?? [];
		const fcp = value('first-contentful-paint');
		const asked = requests.filter(
			(request) => !/favicon|\/icon/.test(request.url) && !request.url.startsWith('data:'),
		);
		return {
			scores: Object.fromEntries(
				Object.entries(categories).map(([name, { score }]) => [
					name,
					Math.round((score ?? 0) * 100),
				]),
			),
			lcp: value('largest-contentful-paint'),
			fcp,
			cls: value('cumulative-layout-shift'),
			blocking: value('total-blocking-time'),
			requests: asked.length,
			before: asked.filter(({ networkRequestTime }) => networkRequestTime < fcp).length,
			bytes: asked.reduce((sum, { transferSize }) => sum + transferSize, 0),
			thirdParties: asked.filter((request) => new URL(request.url).origin !== new URL(url).origin)
				.length,
		};
	};
}

interface Audit {
	numericValue?: number;
	details?: {
		items?: readonly { url: string; networkRequestTime: number; transferSize: number }[];
	};
}

type Lighthouse = (
	url: string,
	flags: object,
) => Promise<
	| {
			lhr: {
				audits: Record<string, Audit | undefined>;
				categories: Record<string, { score: number | null }>;
			};
	  }
	| undefined
>;

async function startBrowser(): Promise<{ port: number; stop: () => void }> {
	const browser = await findBrowser();
	if (!browser) throw new Error('there is no browser; npm test gets one');
	const profile = mkdtempSync(join(tmpdir(), 'bench-browser-'));
	const child = spawn(browser, [
		'--headless=new',
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run',
		'--ignore-certificate-errors',
		'--remote-debugging-port=0',
		`--user-data-dir=${profile}`,
		'about:blank',
	]);
	const port = await new Promise<number>((found, failed) => {
		let said = '';
		child.stderr.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const [, number] = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said) ?? [];
			if (number) found(Number(number));
		});
		child.once('exit', () => failed(new Error(said)));
	});
	return {
		port,
		stop: () => {
			child.once('exit', () => rmSync(profile, { recursive: true, force: true }));
			child.kill();
		},
	};
}
