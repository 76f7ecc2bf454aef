import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { attributesOf, isElement, textIn } from '#content/mdx.ts';
import { leafletWords } from '#content/schema/components.ts';
import { pageFields, type PageLines } from '#content/schema/page.ts';

/** The site's own words on a page as plain text, block by block, without the leaflet's. */
export function proseOf({ lines, tree }: { lines: PageLines; tree: Root }): string[] {
	const shown = pageFields.filter(({ kind }) => kind === 'line');
	const prose = shown.map(({ name }) => String(lines[name] ?? ''));
	visit(tree, (node) => {
		if (isElement(node)) {
			if (node.name === leafletWords) return SKIP;
			prose.push(...attributesOf(node, ['line', 'text', 'link-text']));
		}
		if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
		prose.push(...textIn(node).split('\n'));
		return SKIP;
	});
	return prose.map((line) => line.trim()).filter(Boolean);
}
