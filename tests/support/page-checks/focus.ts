import type { Page } from '@playwright/test';

/** The element with focus, and what is wrong with how the page shows it. */
export function focusedElement(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		// The label draws a choice, and its control is transparent.
		const drawn = element.matches('.choice input') ? element.nextElementSibling : element;
		const pseudo = drawn === element ? null : '::before';
		const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(
			drawn ?? element,
			pseudo,
		);
		const { left, top, right, bottom } = element.getBoundingClientRect();
		const around = Math.max(0, parseFloat(outlineOffset) + parseFloat(outlineWidth));
		// A positioned element covers the ring of an element that is not positioned.
		const isCovered = [top - around + 1, bottom + around - 1].some((y) => {
			let over = document.elementFromPoint((left + right) / 2, y);
			while (over && !over.contains(element) && !element.contains(over)) {
				const { position, backgroundColor } = getComputedStyle(over);
				if (position !== 'static' && backgroundColor !== 'rgba(0, 0, 0, 0)') return true;
				over = over.parentElement;
			}
			return false;
		});
		const isCut = left < around || right + around > innerWidth || (top >= 0 && top < around);
		// The middle of the box around a link on two lines may be empty, so the first line is examined.
		const [line] = element.getClientRects();
		const at = line ?? { left, top, width: right - left, height: bottom - top };
		const x = at.left + Math.min(at.width / 2, 20);
		const y = Math.max(2, Math.min(at.top + at.height / 2, innerHeight - 2));
		const onTop = document.elementFromPoint(x, y);
		// A browser scrolls the current line of a text area into view, not the whole area.
		const isInView = element.matches('textarea')
			? top < innerHeight && bottom > 0
			: top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
		const isFilled = outlineColor === 'rgba(0, 0, 0, 0)';
		const into = parseFloat(outlineOffset) < 0 ? 6 : 0;
		const out = isFilled || into > 0 ? 0 : around;
		const boxes = isFilled
			? [...element.getClientRects()]
			: [pseudo ? new DOMRect(left + 4, top + 4, 36, 36) : element.getBoundingClientRect()];
		const touched: string[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const { currentNode: text } = texts;
			const parent = text.parentElement;
			if (!parent?.checkVisibility() || parent.closest('.visually-hidden, .skip-link')) continue;
			if (isFilled && element.contains(text)) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			for (const line of range.getClientRects()) {
				// Above and below the letters, a seventh of the line is empty.
				const free = line.height / 7;
				const isTouched = boxes.some(
					(box) =>
						line.left < box.right + out &&
						line.right > box.left - out &&
						line.top + free < box.bottom + (isFilled ? 3 : out) &&
						line.bottom - free > box.top - out &&
						!(
							element.contains(text) &&
							line.left >= box.left + into &&
							line.right <= box.right - into &&
							line.top + free >= box.top + into &&
							line.bottom - free <= box.bottom - into
						),
				);
				if (isTouched && line.width > 1) touched.push(text.textContent ?? '');
			}
		}
		const faults = [
			...touched.map((text) => `its ring touches “${text.trim().slice(0, 30)}”`),
			...(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? [] : ['it has no outline']),
			...(isCut || isCovered ? ['its ring is cut off or covered'] : []),
			...(isInView ? [] : ['it is outside the window']),
			...(onTop && (element.contains(onTop) || onTop.contains(element)) ? [] : ['it is covered']),
		];
		return { name: element.outerHTML.slice(0, 100), faults };
	});
}
