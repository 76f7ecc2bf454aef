import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { componentNamed } from '#content/schema/components.ts';

type Plugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];

/**
 * Stops the build at a page that holds anything but text and our components, as the compiler itself reads
 * it: code in a page would run while the site is built. The check tells editors long before; this holds
 * also where the check was not run.
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
