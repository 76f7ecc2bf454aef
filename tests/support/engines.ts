import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { onPath } from '../../scripts/programs.mjs';

/** A browser window, with the actions that a citizen needs and every driver has. */
export interface Tab {
	goto: (address: string) => Promise<void>;
	/** Replaces the text of a field. */
	write: (selector: string, text: string) => Promise<void>;
	press: (selector: string) => Promise<void>;
	/** The value of an expression in the page. */
	evaluate: (expression: string) => Promise<unknown>;
	/** The page as a PDF, where the driver can print. */
	print?: (options: { landscape: boolean }) => Promise<Uint8Array>;
	close: () => Promise<void>;
}

interface Engine {
	name: string;
	/** Why a test is skipped where the browser is not installed. */
	missing: string;
	/** Opens a window. Returns `undefined` where the browser is not installed. */
	open: () => Promise<Tab | undefined>;
}

/** What is used of `puppeteer-core`. Its pages have the methods that Playwright's have. */
interface Puppeteer {
	launch: (options: object) => Promise<{
		newPage: () => Promise<Page & { setViewport: (size: object) => Promise<void> }>;
		close: () => Promise<void>;
	}>;
}

/** The installed Firefox, over WebDriver BiDi. Playwright only drives a build of its own, to be downloaded. */
const firefox: Engine = {
	name: 'Firefox',
	missing: 'npm run test:nightly installs Firefox and what drives it',
	async open() {
		const executablePath = onPath('firefox-esr', 'firefox');
		const tools = resolve('tools', 'node_modules', 'puppeteer-core', 'package.json');
		if (executablePath === undefined || !existsSync(tools)) return undefined;
		const driver = createRequire(tools).resolve('puppeteer-core');
		const { default: puppeteer } = (await import(driver)) as { default: Puppeteer };
		const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
		const page = await browser.newPage();
		await page.setViewport({ width: 390, height: 740 });
		return {
			goto: async (address) => {
				await page.goto(address);
			},
			write: async (selector, text) => {
				await page.$eval(selector, (field) => {
					(field as HTMLInputElement).value = '';
				});
				await page.focus(selector);
				await page.keyboard.type(text);
			},
			press: (selector) => page.click(selector),
			evaluate: (expression) => page.evaluate(expression),
			print: async ({ landscape }) =>
				new Uint8Array(
					await page.pdf({ format: 'A4', landscape, margin: {}, printBackground: true }),
				),
			close: () => browser.close(),
		};
	},
};

/** WebKitGTK, over its own driver, which cannot print. */
const webkit: Engine = {
	name: 'WebKit',
	missing: 'WebKitGTK is not installed; where it cannot be, test by hand in Safari',
	async open() {
		const driver = onPath('WebKitWebDriver');
		const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
		const screen = onPath('Xvfb');
		if (driver === undefined || browser === undefined || screen === undefined) return undefined;

		const xvfb = spawn(screen, ['-displayfd', '3'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
		});
		const [display] = (await once(xvfb.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
		const port = '4774';
		const server = spawn(driver, [`--port=${port}`], {
			env: { ...process.env, DISPLAY: `:${display.toString().trim()}` },
		});
		/** One command of https://www.w3.org/TR/webdriver2/. */
		const call = async (path: string, body?: object): Promise<unknown> => {
			const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
				method: body ? 'POST' : 'DELETE',
				...(body && { body: JSON.stringify(body) }),
			});
			const { value } = (await answer.json()) as { value: { message?: string } };
			if (!answer.ok) throw new Error(`${path}: ${value.message}`);
			return value;
		};
		const capabilities = {
			browserName: 'MiniBrowser',
			'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
		};
		const started = () => call('', { capabilities: { alwaysMatch: capabilities } });
		// The driver starts to listen a moment after its process has started.
		const retried = () => new Promise((resolve) => setTimeout(resolve, 2000)).then(started);
		const { sessionId } = (await started().catch(retried)) as { sessionId: string };
		const command = (path: string, body: object) => call(`/${sessionId}${path}`, body);
		const run = (script: string, ...args: string[]) => command('/execute/sync', { script, args });
		const onElement = async (selector: string, action: string, body: object) => {
			const found = await command('/element', { using: 'css selector', value: selector });
			const [id = ''] = Object.values(found as Record<string, string>);
			await command(`/element/${id}/${action}`, body);
		};
		await command('/window/rect', { x: 0, y: 0, width: 390, height: 740 });
		return {
			goto: async (url) => {
				await command('/url', { url });
			},
			write: async (selector, text) => {
				await run('document.querySelector(arguments[0]).value = ""', selector);
				// U+E006 is the key Return.
				await onElement(selector, 'value', { text: text.replaceAll('\n', '\uE006') });
			},
			press: (selector) => onElement(selector, 'click', {}),
			evaluate: (expression) => run(`return ${expression}`),
			close: async () => {
				await call(`/${sessionId}`);
				server.kill();
				xvfb.kill();
			},
		};
	},
};

export const engines: readonly Engine[] = [firefox, webkit];
