/**
 * An expression for any driver: words of headings and labels that are broken elsewhere than at a hyphen, soft ones
 * among them.
 */
export const brokenWords = `(() => {
	const found = [];
	for (const block of document.querySelectorAll('h1, h2, h3, label, legend, .brand-name')) {
		const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			for (const { 0: part, index } of texts.currentNode.data.matchAll(/[^\\s\\u00ad-]{2,}/gu)) {
				const range = document.createRange();
				// To Chromium, the hyphen that shows on the line before belongs to the first letter.
				range.setStart(texts.currentNode, index + 1);
				range.setEnd(texts.currentNode, index + part.length);
				if (range.getClientRects().length > 1) found.push(part);
			}
		}
	}
	return found;
})()`;
