import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { securityHeaders, stylesOf } from '#site/headers.ts';

function policyOf(styles: readonly string[]): string[] {
	return (securityHeaders(styles)['Content-Security-Policy'] ?? '').split('; ');
}

test('the policy denies by default, and allows no script', () => {
	const policy = policyOf(['a{}']);
	expect(policy).toContain(`default-src 'none'`);
	expect(policy).toContain(`script-src 'inline-speculation-rules'`);
	expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
});

test('a page cannot be framed, rebased or post elsewhere', () => {
	const policy = policyOf([]);
	expect(policy).toContain(`frame-ancestors 'none'`);
	expect(policy).toContain(`base-uri 'none'`);
	expect(policy).toContain(`form-action 'self'`);
});

test('each style is allowed by the hash of its text, once', () => {
	const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	expect(policyOf(['a{}', 'b{}', 'a{}'])).toContain(
		`style-src ${[hash('a{}'), hash('b{}')].toSorted().join(' ')}`,
	);
});

test('a page without styles allows none', () => {
	expect(policyOf([])).toContain(`style-src 'none'`);
});

test('the text of each style element is found unchanged, as the browser hashes it', () => {
	const html = '<style>a{}\n</style><p>x</p><style media="print">b{}</style>';
	expect(stylesOf(html)).toEqual(['a{}\n', 'b{}']);
	expect(stylesOf('<p>style</p>')).toEqual([]);
});

test('all other security headers are set', () => {
	const { 'Content-Security-Policy': policy, ...others } = securityHeaders([]);
	expect(policy).toBeTruthy();
	expect(others).toEqual({
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
		'Referrer-Policy': 'same-origin',
		'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
		'X-Content-Type-Options': 'nosniff',
	});
});
