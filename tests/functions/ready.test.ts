import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { judged } from '../../scripts/ready/check.ts';
import { liveChecks } from '../../scripts/ready/live.ts';
import { lookAtSite } from '../../scripts/ready/look.ts';
import { startSite } from '../support/site.ts';
import { securityHeaders } from '#site/headers.ts';

test('npm run ready sees a running site as a visitor and as the monitor do', async () => {
	const site = await startSite(localEnvironment(''));
	const seen = await lookAtSite(site.url);
	await site.stop();
	expect(seen).toMatchObject({
		status: 200,
		was: new URL(settings.accessibilityStatement ?? paths.accessibility, site.url).href,
		health: { status: 503, body: expect.stringContaining('"lastRoundMinutes": null') as string },
	});
	const { right, wrong } = judged('', liveChecks(Object.keys(securityHeaders([]))), seen);
	expect(right).toContain('Pages have every header that protects them');
	expect(right).toContain('No cookie is set');
	expect(wrong.map(({ what }) => what)).toContain('Without https, a visitor is led to https');
});

test('where nothing answers, it has seen nothing', async () => {
	expect(await lookAtSite('http://127.0.0.1:1')).toBeNull();
});
