/** An expression that every driver evaluates: the words of headings and labels that break without a (soft) hyphen. */
export const brokenWords = `(() => {
	const found = [];
	for (const block of document.querySelectorAll('h1, h2, h3, label, legend, .brand-name')) {
		const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			for (const { 0: part, index } of texts.currentNode.data.matchAll(/[^\\s\\u00ad-]{2,}/gu)) {
				const range = document.createRange();
				// In Chromium, the hyphen at the end of the line before is a part of the first letter.
				range.setStart(texts.currentNode, index + 1);
				range.setEnd(texts.currentNode, index + part.length);
				if (range.getClientRects().length > 1) found.push(part);
			}
		}
	}
	return found;
})()`;
