/** The HTML inside each `blockquote` of a rendered page. One component writes them, and they are never nested. */
export function quotesIn(html: string): string[] {
	return [...html.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)].map(
		([, quote = '']) => quote,
	);
}

/** Keeps numbers such as "1-1-2" in rendered HTML on one line. */
export function numbersKeptWhole(html: string): string {
	return html.replace(/>[^<]+/g, (text) =>
		text.replace(/\b\d-\d-\d\b/g, '<span class="whitespace-nowrap">$&</span>'),
	);
}

/** The HTML of the first numbered list of a rendered page, or an empty text. */
export function stepsIn(html: string): string {
	return /<ol\b.*?<\/ol>/s.exec(html)?.[0] ?? '';
}
