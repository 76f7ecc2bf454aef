import type { HandedOver } from './handed-over.ts';
import { addressOf } from '#content/navigation.ts';
import { pageFile, pageSource, plainText } from '#content/source.ts';
import { parse } from 'yaml';

/** Only the dialog for links has a field that is written from left to right. */
const addressField = '[role="dialog"] input[dir="ltr"]';

/** Puts a list of our own pages into the dialog for links; who picks one need not know its address. */
export function offerPages(files: HandedOver['files']): void {
	const pages = pagesIn(files);
	new MutationObserver(() => {
		const field = document.querySelector<HTMLInputElement>(addressField);
		const group = field?.closest('.sui.text-input')?.parentElement;
		if (!field || !group || group.previousElementSibling?.classList.contains('site-pages')) return;
		group.before(choice(pages, field));
	}).observe(document.body, { childList: true, subtree: true });
}

type Page = readonly [address: string, title: string];

function pagesIn(files: HandedOver['files']): Page[] {
	return Object.entries(files)
		.flatMap(([path, text]): Page[] => {
			const id = pageFile.exec(path)?.[1];
			if (id === undefined || id === '404') return [];
			const { frontmatter = '' } = pageSource(plainText(text));
			const { title } = parse(frontmatter) as { title: string };
			return [[addressOf({ id }), id === 'forside' ? 'Forsiden' : title]];
		})
		.toSorted(([, one], [, other]) => one.localeCompare(other, 'da'));
}

function choice(pages: readonly Page[], field: HTMLInputElement): HTMLElement {
	const label = document.createElement('label');
	label.className = 'site-pages';
	const select = document.createElement('select');
	select.append(new Option('Vælg en side, eller skriv en adresse', ''));
	select.append(...pages.map(([address, title]) => new Option(title, address)));
	select.value = pages.some(([address]) => address === field.value) ? field.value : '';
	select.addEventListener('change', () => {
		field.value = select.value;
		field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	});
	label.append('En af vores sider', select);
	return label;
}
