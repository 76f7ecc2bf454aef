/**
 * The HTML inside each quote (`blockquote`) of a page that Astro has rendered, in their order. Quotes come from
 * one component only, and never stand in each other: the check lets no page write one by hand.
 */
export function quotesIn(html: string): string[] {
	return [...html.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)].map(
		([, quote = '']) => quote,
	);
}

/** Keeps numbers such as "1-1-2" on one line, in the text of rendered HTML. */
export function numbersKeptWhole(html: string): string {
	return html.replace(/>[^<]+/g, (text) =>
		text.replace(/\b\d-\d-\d\b/g, '<span class="whitespace-nowrap">$&</span>'),
	);
}

/** The HTML of the first numbered list in a page that Astro has rendered; empty where it has none. */
export function stepsIn(html: string): string {
	return /<ol\b.*?<\/ol>/s.exec(html)?.[0] ?? '';
}
