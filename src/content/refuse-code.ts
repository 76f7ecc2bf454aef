import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { componentNamed } from '#content/schema/components.ts';

type Plugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];

/** Without footnotes: the check reads them as text. */
export const features = { gfm: { footnotes: false } };

/**
 * Stops the compiler at a page with anything but text and our components: its code would run during the build. The
 * check refuses code earlier; this plugin also works without the check.
 */
export const refuseCode: Plugin = {
	name: 'refuse-code',
	mdxjsEsm: refuse,
	mdxFlowExpression: refuse,
	mdxTextExpression: refuse,
	mdxJsxFlowElement: refuseForeign,
	mdxJsxTextElement: refuseForeign,
	html: refuse,
};

function refuseForeign({ name, attributes }: Element): void {
	const isPlain = attributes.every(
		({ type, value }) =>
			type === 'mdxJsxAttribute' && (value === null || typeof value === 'string'),
	);
	if (!componentNamed(name) || !isPlain) refuse();
}

interface Element {
	name: string | null;
	attributes: readonly { type: string; value?: unknown }[];
}

function refuse(): never {
	throw new Error('Der står kode på siden. Kør "npm run content", som siger hvor.');
}
