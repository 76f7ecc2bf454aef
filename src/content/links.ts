import GithubSlugger from 'github-slugger';
import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Element, isElement } from '#content/mdx.ts';
import { componentRule } from '#content/table/components.ts';

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
		const rules = componentRule(node.name)?.attributes ?? {};
		const given = (wanted: string) => {
			const each = node.attributes.find(
				(attribute) =>
					attribute.type === 'mdxJsxAttribute' && rules[attribute.name]?.kind === wanted,
			);
			// What is empty is another mistake.
			return typeof each?.value === 'string' && each.value.trim() !== '' ? each.value : undefined;
		};
		links.push({ node, text: given('link-text'), url: given('link') });
	});
	return links;
}

/** The fragments that lead to a place on a page: those of its headings, as Astro makes them. */
export function fragmentsOf(tree: Root): Set<string> {
	const slugger = new GithubSlugger();
	const fragments = new Set<string>();
	visit(tree, (node) => {
		if (node.type === 'heading') fragments.add(slugger.slug(toString(node)));
		const own = isElement(node) ? componentRule(node.name)?.fragment : undefined;
		if (own !== undefined) fragments.add(own);
	});
	return fragments;
}
