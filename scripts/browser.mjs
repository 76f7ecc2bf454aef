import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addPrograms, onPath } from './programs.mjs';
import { npm, step } from './run.mjs';

/** Debian's package of Chromium's headless shell, and the program in it. */
const shell = 'chromium-headless-shell';
const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const howToHelp = `There is no browser for the browser tests, and none could be fetched.
Run "npx playwright install --only-shell chromium", or install Chrome or Chromium, or set CHROMIUM_PATH to one.`;

/** The path of a Chromium that starts on this machine: its headless shell, which is quicker, or else a whole one. */
export async function findBrowser() {
	return process.env.CHROMIUM_PATH || ((await findShell()) ?? (await findWhole()));
}

/** Debian's headless shell, where it can be had. Needs none of our packages, so npm may install them meanwhile. */
export async function addDebiansShell() {
	if (!process.env.CHROMIUM_PATH) await addPrograms({ [shell]: shell });
}

/** The path of a browser, which is fetched if need be; nothing, with the reason told, if it cannot be. */
export async function getBrowser() {
	if (!process.env.CHROMIUM_PATH && !(await findShell())) {
		const isRoot = process.getuid?.() === 0;
		const fetching = ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), '--only-shell'];
		await step('Fetching Chromium’s headless shell with Playwright', () =>
			npm(['exec', '--', ...fetching, 'chromium'], { capture: true, limit: 240 }),
		);
	}
	const browser = await findBrowser();
	if (!browser) console.error(howToHelp);
	return browser;
}

async function findShell() {
	return [...(await playwrightsShells()), onPath(shell)].find(starts);
}

async function findWhole() {
	const { chromium } = await import('@playwright/test');
	return [chromium.executablePath(), ...whole.map((name) => onPath(name)), ...elsewhere].find(
		starts,
	);
}

/** Playwright tells where its whole browser would be; its headless shell lies in a folder beside that. */
async function playwrightsShells() {
	// Only there once the dependencies are installed.
	const { chromium } = await import('@playwright/test');
	const [, folder = '', revision = ''] =
		/^(.*)chromium-(\d+)/.exec(chromium.executablePath()) ?? [];
	const own = join(folder, `chromium_headless_shell-${revision}`);
	if (!existsSync(own)) return [];
	return readdirSync(own, { recursive: true })
		.filter((file) => /headless.shell(\.exe)?$/.test(file))
		.map((file) => join(own, file));
}

/** Whether it is there and not a stand-in, as Ubuntu's `chromium-browser` without snap is. */
function starts(path) {
	if (path === undefined || !existsSync(path)) return false;
	// Chrome for Windows opens a window when it is asked for its version.
	if (process.platform === 'win32') return true;
	try {
		execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}
