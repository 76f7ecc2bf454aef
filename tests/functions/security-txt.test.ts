import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { expiryOf } from '#site/security-txt.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { buildWith } from '../support/changed-project.ts';
import { startSite } from '../support/site.ts';

const day = 24 * 60 * 60_000;
const published = Date.UTC(2026, 10, 24);

test('whoever finds a hole is told whom to write to, as plain text, for less than a year', async () => {
	const project = await buildWith({
		settings: { mailboxes: { alarms: null, security: 'sikkerhed@tryghed.example' } },
		environment: {
			URL: 'https://tryghed.example',
			SOURCE_DATE_EPOCH: String(published / 1000),
		},
	});
	const site = await startSite(localEnvironment(''), project.root);
	const answer = await fetch(new URL(paths.security, site.url));
	expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	// The emulator knows the ending by itself; Netlify is told.
	expect(readFileSync(join(project.root, 'dist', '_headers'), 'utf8')).toContain(
		`\n${paths.security}\n  Content-Type: text/plain; charset=utf-8\n`,
	);
	const text = await answer.text();
	expect(text).toContain('Contact: mailto:sikkerhed@tryghed.example\n');
	expect(text).toContain('Canonical: https://tryghed.example/.well-known/security.txt\n');
	expect(expiryOf(text)).toBe(published + 364 * day);
	await site.stop();
	await project.remove();
});

test('without a mailbox that somebody reads, nothing is promised', () => {
	expect(existsSync(join('dist', paths.security))).toBe(settings.mailboxes.security !== null);
	expect(readFileSync('dist/_headers', 'utf8').includes(paths.security)).toBe(
		settings.mailboxes.security !== null,
	);
});
