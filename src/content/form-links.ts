import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { applyLink, isClosed } from '#site/closed.ts';
import { paths } from '#site/paths.ts';

type Plugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];

/** On a closed site: leads links to the form to the project lead, and drops list items that only invite to apply. */
export const formLinks: Plugin = {
	name: 'form-links',
	listItem(node, context) {
		const [paragraph] = node.children;
		const [link, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : [];
		const isInvitation = link?.type === 'link' && link.url === paths.form && others.length === 0;
		if (isClosed && isInvitation) context.removeNode(node);
	},
	link(node, context) {
		if (isClosed && node.url === paths.form) context.setProperty(node, 'url', applyLink.href);
	},
};
