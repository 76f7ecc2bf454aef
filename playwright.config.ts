import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const browser = findBrowser();
/** Chromium refuses to sandbox itself when it is started by root, as in most containers. */
const asRoot = process.getuid?.() === 0;

const inBrowser: NonNullable<PlaywrightTestConfig['use']> = {
	browserName: 'chromium',
	locale: 'da-DK',
	viewport: { width: 1280, height: 800 },
	screenshot: 'only-on-failure',
	launchOptions: {
		...(browser ? { executablePath: browser } : {}),
		// Without the last four, Chromium calls home and is slow where the network is closed.
		args: [
			...(asRoot ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-quic',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	},
};

export default defineConfig({
	testDir: 'tests',
	globalSetup: './tests/support/serve-journeys.ts',
	outputDir: 'test-results/files',
	snapshotPathTemplate: 'tests/spoken/{arg}{ext}',
	forbidOnly: Boolean(process.env.CI),
	fullyParallel: true,
	workers: 3,
	retries: 0,
	// A walk takes a few seconds. On two busy cores it takes many times that, and a limit is not to judge speed.
	timeout: 300_000,
	expect: { timeout: 60_000 },
	reporter: 'list',
	projects: [
		{ name: 'journeys', testMatch: 'journeys/**/*.spec.ts', use: inBrowser },
		{ name: 'shots', testMatch: 'shots/**/*.shots.ts', use: inBrowser },
	],
});
