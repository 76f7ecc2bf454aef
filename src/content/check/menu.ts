import type { Examples, SiteRule } from '#content/check/rule.ts';
import { isRemoved } from '#content/navigation.ts';
import { either } from '#content/report.ts';
import { called } from '#content/table/page-lines.ts';

/** No two pages have the same place in the menu. */
export const menu: SiteRule = ({ pages }, tellIn) => {
	const taken = new Map<number, string>();
	for (const { file, id, lines } of pages) {
		const { order } = lines;
		if (typeof order !== 'number' || isRemoved(lines)) continue;
		const other = taken.get(order);
		if (other === undefined) taken.set(order, id);
		else
			tellIn(file)(
				1,
				`Siden har samme plads i menuen som "${other}": ${order}.`,
				`${either('Vælg en anden plads', 'Giv en af dem et andet tal')} i ${called('order')}${either(' på en af dem', '')}.`,
			);
	}
};

const page = (order: number) =>
	`---\ntitle: a\nintro: b\ndescription: c\nmenu: d\norder: ${order}\n---\n`;
const removed = (order: number) => page(order).replace(/---\n$/, 'leadsTo: /\n---\n');

export const examples: Examples = {
	good: [page(98), { 'content/pages/en.mdx': page(98), 'content/pages/to.mdx': removed(98) }],
	bad: [{ 'content/pages/en.mdx': page(98), 'content/pages/to.mdx': page(98) }],
};
