import type { Page } from '@playwright/test';
import { brokenWords } from '../broken-words.ts';

/** Blocks where a line breaks between "ring" and its number, or between "e-" and "mail". */
export function brokenCalls(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('p, li, h1, h2, h3, label, legend')].flatMap((block) => {
			const texts: Text[] = [];
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			const whole = texts.map(({ data }) => data).join('');
			/** The box around one letter of the whole. */
			const boxOf = (at: number) => {
				let node = 0;
				while (at >= (texts[node]?.length ?? Infinity)) at -= texts[node++]?.length ?? 0;
				const range = document.createRange();
				const text = texts[node];
				if (!text) return new DOMRect();
				range.setStart(text, at);
				range.setEnd(text, at + 1);
				return range.getBoundingClientRect();
			};
			return [...whole.matchAll(/ring\s+11[24]|\be-\u2060?mail/gi)]
				.filter(({ index, 0: call }) => {
					const word = boxOf(index);
					const number = boxOf(index + call.length - 1);
					return word.bottom < number.top + 1 || number.bottom < word.top + 1;
				})
				.map(() => whole.trim().slice(0, 60));
		}),
	);
}

/** Words of headings and labels that break elsewhere than between the parts of a compound. */
export function brokenHeadings(page: Page): Promise<string[]> {
	return page.evaluate<string[]>(brokenWords);
}

/** Words of headings that break at a soft hyphen, although they would fit on the next line. */
export function needlessHyphens(page: Page): Promise<string[]> {
	return page.locator('h1, h2, h3').evaluateAll((headings) =>
		headings.flatMap((heading) => {
			const found: string[] = [];
			const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
			while (texts.nextNode()) {
				const { data } = texts.currentNode as Text;
				for (const { 0: word, index } of data.matchAll(/\S*\u00ad\S*/g)) {
					const range = document.createRange();
					range.setStart(texts.currentNode, index);
					range.setEnd(texts.currentNode, index + word.length);
					const parts = [...range.getClientRects()];
					const length = parts.reduce((sum, { width }) => sum + width, 0);
					if (parts.length > 1 && length <= heading.clientWidth) found.push(word);
				}
			}
			return found;
		}),
	);
}

/** Headings and introductions whose last line is only a short word. */
export function shortLastLines(page: Page): Promise<string[]> {
	return page.locator('main :is(h1, h2, .intro)').evaluateAll((blocks) =>
		blocks.flatMap((block) => {
			const range = document.createRange();
			range.selectNodeContents(block);
			const widths = [...range.getClientRects()]
				.map(({ width }) => width)
				.filter((width) => width > 0);
			const isShort = widths.length > 1 && (widths.at(-1) ?? 0) < Math.max(...widths) / 6;
			return isShort ? [block.textContent] : [];
		}),
	);
}

/** Words of neighbouring elements that only the stylesheet separates: there is no space between them. */
export function joinedWords(page: Page): Promise<string[]> {
	return page
		.locator('body :is(a, strong, span, b, em) + :is(a, strong, span, b, em)')
		.evaluateAll((elements) =>
			elements
				.filter(({ previousSibling: before, textContent }) => {
					const isJoined = before?.nodeType === Node.ELEMENT_NODE;
					return isJoined && /\S$/.test(before.textContent ?? '') && /^\S/.test(textContent);
				})
				.map((element) => element.parentElement?.textContent.trim().slice(0, 60) ?? ''),
		);
}
