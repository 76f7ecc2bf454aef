import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Element, isElement } from '#content/mdx.ts';
import { componentNamed } from '#content/schema/components.ts';
import { fieldsOf, type Kind } from '#content/schema/field.ts';

/** A link of the text, or a component that is one; what it says and where it leads, as far as given. */
export interface WrittenLink {
	node: Link | Element;
	text: string | undefined;
	url: string | undefined;
}

export function linksIn(tree: Root): WrittenLink[] {
	const links: WrittenLink[] = [];
	visit(tree, (node) => {
		if (node.type === 'link') links.push({ node, text: toString(node), url: node.url });
		if (!isElement(node)) return;
		// What is empty is another mistake.
		const given = (kind: Kind) => attributesOf(node, [kind]).find((value) => value.trim() !== '');
		links.push({ node, text: given('link-text'), url: given('link') });
	});
	return links;
}

/** What stands in the attributes of a component that are of some kinds. */
export function attributesOf({ name, attributes }: Element, kinds: readonly Kind[]): string[] {
	const fields = fieldsOf(componentNamed(name)?.attributes);
	return attributes.flatMap((each) => {
		const field = fields.find((one) => 'name' in each && one.name === each.name);
		return field && kinds.includes(field.kind) && typeof each.value === 'string'
			? [each.value]
			: [];
	});
}
