import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { securityHeaders } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { judgeLive, lookAtSite } from '../../scripts/ready/live.ts';
import { startSite } from '../support/site.ts';

test('npm run ready sees a running site as a visitor and as the monitor do', async () => {
	const site = await startSite(localEnvironment(''));
	const seen = await lookAtSite(site.url);
	await site.stop();
	expect(seen).toMatchObject({
		seen: {
			status: 200,
			was: new URL(settings.accessibilityStatement ?? paths.accessibility, site.url).href,
			health: { status: 503, body: expect.stringContaining('"lastRoundMinutes": null') as string },
		},
	});
	const results = judgeLive(Object.keys(securityHeaders([])), seen);
	const whats = (state: string) =>
		results.filter((each) => each.state === state).map(({ what }) => what);
	expect(whats('right')).toContain('Pages have every header that protects them');
	expect(whats('right')).toContain('No cookie is set');
	expect(whats('wrong')).toContain('Without https, a visitor is led to https');
});

test('where nothing answers, it has seen nothing', async () => {
	expect(await lookAtSite('http://127.0.0.1:1')).toEqual({
		why: '127.0.0.1:1 does not answer from here.',
	});
});

const golive = (...args: string[]) =>
	promisify(execFile)(process.execPath, ['scripts/golive.ts', ...args]).catch(
		(error: unknown) => error as { code: number; stdout: string; stderr: string },
	);

for (const [what, args, code, said] of [
	['--help', ['ready', '--help'], undefined, 'npm run ready -- [--site'],
	['an unknown option', ['ready', '--sitte', 'x'], 2, "Unknown option '--sitte'"],
	['an address without --site', ['ready', 'https://a.example'], 2, 'https://a.example'],
	['half an address', ['ready', '--site', 'a.example'], 2, '--site takes a whole address'],
	['a file that is not there', ['ready', '--env', 'nowhere'], 2, 'nowhere cannot be read'],
	['a rehearsal of no site', ['rehearse'], 2, 'Name the site'],
	['a rehearsal without a mailbox', ['rehearse', '--site', 'https://a.example'], 2, '--to YOUR@'],
] as const) {
	test(`golive, called with ${what}, says how it is called`, async () => {
		const answer = await golive(...args);
		expect('code' in answer ? answer.code : undefined).toBe(code);
		expect(answer.stdout + answer.stderr).toContain(said);
	});
}
