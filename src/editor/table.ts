import CMS from '@sveltia/cms';
import { icons } from './icons.ts';

/** What the menu puts in as a table; what is written is Markdown's own, so no page names it. */
export const tableInMenu = 'Tabel';

/** Puts a table into the insert menu. With Enter one goes on to the next field, and after the last to a new row. */
export function offerTable(): void {
	CMS.registerEditorComponent({
		id: tableInMenu,
		label: tableInMenu,
		icon: icons.table,
		fields: [],
		// A table is read as one by the editor itself.
		pattern: /^(?!)/m,
		fromBlock: () => ({}),
		toBlock: () => '',
		toPreview: () => document.createElement('site-tabel'),
	});
	window.addEventListener('keydown', goOn, { capture: true });
}

function goOn(event: KeyboardEvent): void {
	const at = getSelection()?.anchorNode;
	const cell = (at instanceof Element ? at : at?.parentElement)?.closest('td, th');
	const text = cell?.closest('.lexical-root');
	if (event.key !== 'Enter' || event.isComposing || !text || text !== event.target) return;
	event.preventDefault();
	event.stopImmediatePropagation();
	text.dispatchEvent(new CustomEvent('site-next-cell', { bubbles: true }));
}
