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
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	// Only there once the dependencies are installed.
	const { chromium } = await import('@playwright/test');
	const playwrights = chromium.executablePath();
	const onDebian = [shell, ...whole].map((name) => onPath(name));
	return [...shellsBeside(playwrights), onDebian[0], playwrights, ...onDebian, ...elsewhere].find(
		starts,
	);
}

/** Playwright puts the headless shell in a folder beside that of its whole browser. */
function shellsBeside(playwrights) {
	const own = playwrights.replace(/chromium-(\d+).*/, 'chromium_headless_shell-$1');
	if (own === playwrights || !existsSync(own)) return [];
	return readdirSync(own, { recursive: true })
		.filter((file) => /headless.shell(\.exe)?$/.test(file))
		.map((file) => join(own, file));
}

/** Installs Debian's headless shell where it can. Needs none of our packages, so npm may install them meanwhile. */
export async function addDebiansShell() {
	if (!process.env.CHROMIUM_PATH) await addPrograms({ [shell]: shell });
}

/** The path of a browser. Fetches one if there is none; if that fails too, prints what to do. */
export async function getBrowser() {
	const found = await findBrowser();
	if (found) return found;
	const withLibraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
	const fetching = ['playwright', 'install', ...withLibraries, '--only-shell', 'chromium'];
	await step('Fetching Chromium’s headless shell with Playwright', () =>
		npm(['exec', '--', ...fetching], { capture: true, limit: 240 }),
	);
	const browser = await findBrowser();
	if (!browser) console.error(howToHelp);
	return browser;
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
