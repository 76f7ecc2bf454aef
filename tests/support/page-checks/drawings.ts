import type { Page } from '@playwright/test';

/** Texts that overlap the bounding box of a shape in a drawing. */
export function textsOverDrawings(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const drawn = [...document.querySelectorAll('main svg[aria-hidden]')].flatMap((svg) => {
			const frame = svg.getBoundingClientRect();
			return [...svg.querySelectorAll('path, circle')].map((shape) => {
				const box = shape.getBoundingClientRect();
				return {
					left: Math.max(box.left, frame.left),
					right: Math.min(box.right, frame.right),
					top: Math.max(box.top, frame.top),
					bottom: Math.min(box.bottom, frame.bottom),
				};
			});
		});
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (texts.nextNode()) {
			const range = document.createRange();
			range.selectNodeContents(texts.currentNode);
			const text = texts.currentNode.textContent?.trim() ?? '';
			if (text === '' || !texts.currentNode.parentElement?.checkVisibility()) continue;
			const overlaps = [...range.getClientRects()].some((line) =>
				drawn.some(
					(box) =>
						line.left < box.right &&
						line.right > box.left &&
						line.top < box.bottom &&
						line.bottom > box.top,
				),
			);
			if (overlaps) found.push(text);
		}
		return found;
	});
}

/** Shapes of a scene that its edge cuts off. The hills are meant to be. */
export function cutShapes(page: Page): Promise<string[]> {
	return page.locator('.page-scene').evaluateAll((scenes) =>
		scenes.flatMap((scene) => {
			const frame = scene.getBoundingClientRect();
			const shapes = scene.querySelectorAll(':is(path, circle):not([class^="fill-heath"])');
			return [...shapes].flatMap((shape) => {
				const { left, right, top } = shape.getBoundingClientRect();
				const isWhole = left >= frame.left && right <= frame.right && top >= frame.top;
				return isWhole ? [] : [shape.outerHTML];
			});
		}),
	);
}
