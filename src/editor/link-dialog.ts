import type { HandedOver } from './handed-over.ts';
import { type ListedPage, seenPagesIn } from './pages.ts';

/** Only the dialog for links has a field that is written from left to right. */
const addressField = '[role="dialog"] input[dir="ltr"]';

/** Puts a list of our own pages into the dialog for links; who picks one need not know its address. */
export function offerPages(files: HandedOver['files']): void {
	new MutationObserver(() => {
		const field = document.querySelector<HTMLInputElement>(addressField);
		const group = field?.closest('.sui.text-input')?.parentElement;
		if (!field || !group || group.previousElementSibling?.classList.contains('site-pages')) return;
		group.before(choice(seenPagesIn(files), field));
	}).observe(document.body, { childList: true, subtree: true });
}

function choice(pages: readonly ListedPage[], field: HTMLInputElement): HTMLElement {
	const label = document.createElement('label');
	label.className = 'site-pages';
	const select = document.createElement('select');
	select.append(new Option('Vælg en side, eller skriv en adresse', ''));
	select.append(...pages.map(({ address, title }) => new Option(title, address)));
	select.value = pages.some(({ address }) => address === field.value) ? field.value : '';
	select.addEventListener('change', () => {
		field.value = select.value;
		field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	});
	label.append('En af vores sider', select);
	return label;
}
