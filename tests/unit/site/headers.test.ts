import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { securityHeaders, stylesOf } from '#site/headers.ts';

test('a page may do what its headers name, and runs no script', () => {
	const policy = [
		`default-src 'none'`,
		`script-src 'inline-speculation-rules'`,
		`style-src 'none'`,
		`img-src 'self'`,
		`connect-src 'self'`,
		`form-action 'self'`,
		`base-uri 'none'`,
		`frame-ancestors 'none'`,
	];
	expect(securityHeaders([])).toEqual({
		'Content-Security-Policy': policy.join('; '),
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
		'Referrer-Policy': 'same-origin',
		'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
		'X-Content-Type-Options': 'nosniff',
	});
});

test('each style is allowed by the hash of its text, once', () => {
	const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	expect(securityHeaders(['a{}', 'b{}', 'a{}'])['Content-Security-Policy']).toContain(
		`; style-src ${[hash('a{}'), hash('b{}')].toSorted().join(' ')}; `,
	);
});

test('the text of each style element is found unchanged, as the browser hashes it', () => {
	const html = '<style>a{}\n</style><p>x</p><style media="print">b{}</style>';
	expect(stylesOf(html)).toEqual(['a{}\n', 'b{}']);
	expect(stylesOf('<p>style</p>')).toEqual([]);
});
