import { createHash } from 'node:crypto';

/** The text of each `<style>` element of a page. */
export function stylesOf(html: string): string[] {
	return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '');
}

/**
 * The response headers of every page, static or from a function. Netlify adds the published
 * `_headers` to static files only, so both writers call this.
 *
 * @param styles the text of every `<style>` element that the page may hold; each is allowed by its hash
 */
export function securityHeaders(styles: readonly string[]): Record<string, string> {
	const hashes = [...new Set(styles)]
		.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
		.toSorted();
	return {
		'Content-Security-Policy': [
			`default-src 'none'`,
			// Speculation rules are data about which pages to prefetch, not code.
			`script-src 'inline-speculation-rules'`,
			`style-src ${hashes.join(' ') || `'none'`}`,
			`img-src 'self'`,
			// Lighthouse fetches robots.txt from within the page.
			`connect-src 'self'`,
			`form-action 'self'`,
			`base-uri 'none'`,
			`frame-ancestors 'none'`,
		].join('; '),
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
		'Referrer-Policy': 'same-origin',
		'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
		'X-Content-Type-Options': 'nosniff',
	};
}

/** The response headers of the editor, which runs our own scripts and calls GitHub. */
export function editorHeaders(): Record<string, string> {
	return {
		...securityHeaders([]),
		'Content-Security-Policy': [
			`default-src 'none'`,
			`script-src 'self'`,
			// Sveltia CMS sets styles on elements, and shows the preview in an iframe that it creates from a blob.
			`style-src 'self' 'unsafe-inline' blob:`,
			`img-src 'self' blob: data:`,
			`font-src 'self'`,
			`connect-src 'self' blob: data: https://api.github.com`,
			`frame-src blob:`,
			`form-action 'self'`,
			`base-uri 'self'`,
			`frame-ancestors 'none'`,
		].join('; '),
		// The pop-up window for signing in must be able to reach the editor.
		'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
		'X-Robots-Tag': 'noindex',
	};
}
