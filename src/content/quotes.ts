import {
	type DefaultTreeAdapterTypes,
	defaultTreeAdapter as tree,
	parseFragment,
	serialize,
} from 'parse5';

/** The HTML inside each quote (`blockquote`) of a rendered page, in their order. */
export function quotesIn(html: string): string[] {
	return quotesOf(parseFragment(html)).map((quote) => serialize(quote));
}

function quotesOf(parent: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
	return tree
		.getChildNodes(parent)
		.filter((node) => tree.isElementNode(node))
		.flatMap((element) => (element.tagName === 'blockquote' ? [element] : quotesOf(element)));
}

/** Keeps numbers such as "1-1-2" on one line, in the text of rendered HTML. */
export function numbersKeptWhole(html: string): string {
	return html.replace(/>[^<]+/g, (text) =>
		text.replace(/\b\d-\d-\d\b/g, '<span class="whitespace-nowrap">$&</span>'),
	);
}
