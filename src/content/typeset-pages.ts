import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { nonBreaking, breakable } from '#application/typesetting.ts';

type Plugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/** Typesets the texts in `content/pages`. */
export const typesetting: Plugin = {
	name: 'typesetting',
	text(node, context) {
		const around = context.parent(node);
		const isHeading = around.type === 'element' && /^h\d$/.test(around.tagName);
		const value = isHeading ? breakable(node.value) : nonBreaking(node.value);
		if (value !== node.value) context.replaceNode(node, { type: 'text', value });
	},
};
