import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { onPath } from '../../scripts/programs.mjs';

/** A window of a browser: as much as a citizen needs, in words that every driver knows. */
export interface Tab {
	goto: (address: string) => Promise<void>;
	/** Replaces what stands in a field. */
	write: (selector: string, text: string) => Promise<void>;
	press: (selector: string) => Promise<void>;
	/** The value of an expression in the page. */
	ask: (expression: string) => Promise<unknown>;
	/** The page as a PDF, where the driver can print. */
	print?: (options: { landscape: boolean }) => Promise<Uint8Array>;
	close: () => Promise<void>;
}

export interface Engine {
	name: string;
	/** What is said where the machine has none. */
	missing: string;
	/** Opens a window, or nothing where the machine has no such browser. */
	open: () => Promise<Tab | undefined>;
}

/** Firefox as it is installed, over WebDriver BiDi: Playwright's own is another one, to be downloaded. */
const firefox: Engine = {
	name: 'Firefox',
	missing: 'Firefox is not installed',
	async open() {
		const executablePath = onPath('firefox-esr', 'firefox');
		if (executablePath === undefined) return undefined;
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
				await page.type(selector, text);
			},
			press: (selector) => page.click(selector),
			ask: (expression) => page.evaluate(expression),
			print: async ({ landscape }) =>
				new Uint8Array(
					await page.pdf({ format: 'A4', landscape, margin: {}, printBackground: true }),
				),
			close: () => browser.close(),
		};
	},
};

/** WebKit as GNOME has it, over its own driver, which does not print. */
const webkit: Engine = {
	name: 'WebKit',
	missing: 'WebKitGTK is not installed; where it cannot be, look in Safari',
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
		// The driver listens a moment after it has begun.
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
			ask: (expression) => run(`return ${expression}`),
			close: async () => {
				await call(`/${sessionId}`);
				server.kill();
				xvfb.kill();
			},
		};
	},
};

export const engines: readonly Engine[] = [firefox, webkit];
