import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { isElement } from '#content/mdx.ts';
import type { PageLines } from '#content/page-lines.ts';
import { componentRule } from '#content/table/components.ts';
import { pageFieldNames, pageField } from '#content/table/page-lines.ts';

/** What a page says in the site's own words, block by block: without the leaflet's, and without marks. */
export function proseOf({ lines, tree }: { lines: PageLines; tree: Root }): string[] {
	const prose: string[] = [];
	for (const name of pageFieldNames) {
		const value = lines[name];
		if (typeof value === 'string' && !pageField(name).hidden) prose.push(value);
	}
	visit(tree, (node) => {
		if (isElement(node)) {
			const { leaflet, attributes = {} } = componentRule(node.name) ?? {};
			if (leaflet === 'words') return SKIP;
			for (const attribute of node.attributes) {
				if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
				const kind = attributes[attribute.name]?.kind;
				if (kind === 'text' || kind === 'link-text') prose.push(attribute.value);
			}
		}
		if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
		prose.push(...toString(node).split('\n'));
		return SKIP;
	});
	return prose.map((line) => line.trim()).filter(Boolean);
}
