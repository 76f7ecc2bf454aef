import { execFileSync } from 'node:child_process';
import { addPrograms, onPath } from './programs.mjs';
import { npm, step } from './run.mjs';

/** Debian's package of Chromium's headless shell, and the program in it. */
const shell = 'chromium-headless-shell';
const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const howToHelp = `There is no browser for the browser tests, and none could be fetched.
Run "npx playwright install --only-shell chromium", or install Chromium, or set CHROMIUM_PATH to a Chrome or Chromium.`;

/**
 * The path of this machine's Chromium: its headless shell, which is quicker, or else a whole one. Where there is none,
 * Playwright takes its own.
 */
export function findBrowser() {
	return process.env.CHROMIUM_PATH || [shell, ...whole].map((name) => onPath(name)).find(starts);
}

/** Installs Debian's headless shell where it can. Needs none of our packages, so npm may install them meanwhile. */
export async function addDebiansShell() {
	if (!process.env.CHROMIUM_PATH) await addPrograms({ [shell]: shell });
}

/** Whether there is a browser. Lets Playwright fetch its own if the machine has none; if that fails, prints what to do. */
export async function getBrowser() {
	if (findBrowser()) return true;
	const withLibraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
	const fetching = ['playwright', 'install', ...withLibraries, '--only-shell', 'chromium'];
	const { code } = await step('Fetching Chromium’s headless shell with Playwright', () =>
		npm(['exec', '--', ...fetching], { capture: true, limit: 240 }),
	);
	if (code !== 0) console.error(howToHelp);
	return code === 0;
}

/** Whether it is there and not a stand-in, as Ubuntu's `chromium-browser` without snap is. */
function starts(path) {
	try {
		execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}
