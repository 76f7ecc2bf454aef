import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, run, step } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const howToHelp = `There is no browser for the browser tests, and none could be fetched.
Install Chrome or Chromium, or set CHROMIUM_PATH to one, and run the tests again.`;

/** The path of a Chromium or Chrome that starts on this machine, if there is one. */
export async function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named) return named;
	// Only there once the dependencies are installed.
	const { chromium } = await import('@playwright/test');
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [chromium.executablePath(), ...onPath, ...elsewhere].find(starts);
}

/** The path of a browser, which is fetched if need be; nothing, with the reason told, if it cannot be. */
export async function getBrowser() {
	const existing = await findBrowser();
	if (existing) return existing;

	await step('Fetching a browser with Playwright', () =>
		npm(['exec', '--', 'playwright', 'install', '--no-shell', 'chromium'], {
			capture: true,
			limit: 240,
		}),
	);
	const fetched = await findBrowser();
	if (fetched) return fetched;

	// Playwright's own may be there but lack libraries of the system, which Debian's package brings along.
	await addPackages(['chromium']);
	const packaged = await findBrowser();
	if (packaged) return packaged;
	console.error(howToHelp);
	return undefined;
}

/** Programs of the engines that one journey is walked in beside, with the Debian packages that hold them. */
const otherEngines = {
	'firefox-esr': 'firefox-esr',
	WebKitWebDriver: 'webkit2gtk-driver',
	Xvfb: 'xvfb',
};

/** Fetches Firefox and WebKit where that is quickly done; where not, the journey in them says what to do. */
export async function getOtherEngines() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const missing = Object.entries(otherEngines)
		.filter(([program]) => !folders.some((folder) => existsSync(join(folder, program))))
		.map(([, name]) => name);
	if (missing.length > 0) await addPackages(missing);
}

/** Adds Debian packages, where we may. */
async function addPackages(names) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	const quietly = { capture: true, limit: 300, env: { DEBIAN_FRONTEND: 'noninteractive' } };
	await step(`Fetching ${names.join(', ')} with apt-get`, async () => {
		await run('apt-get', ['update'], quietly);
		await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], quietly);
	});
}

/** Whether it is there and not a stand-in, as Ubuntu's `chromium-browser` without snap is. */
function starts(path) {
	if (!existsSync(path)) return false;
	// Chrome for Windows opens a window when it is asked for its version.
	if (process.platform === 'win32') return true;
	try {
		execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}
