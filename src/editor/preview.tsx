import CMS from '@sveltia/cms';
import type { ComponentChildren } from 'preact';
import { placeholderFor } from './handed-over.ts';
import { PageHead } from '#application/form/page-head.tsx';
import styles from '#styles/global.css?inline';

interface Shown {
	entry: { getIn: (path: string[]) => unknown };
	document: Document;
	widgetFor: (field: string) => ComponentChildren;
}

/** The editor wraps each block, so that the distances of the site's own text do not reach them. */
const betweenBlocks = `
	[data-as-built] { display: contents; }
	[data-rich-text-preview] > :not(:first-child, [data-component-key]),
	[data-rich-text-preview] > [data-component-key]:not(:first-child) > * > * { margin-top: 1.5rem; }
	[data-component-key] > * { display: block; }
`;

/** Shows a page beside its form as it will look on the site. */
export function registerPreview(): void {
	CMS.registerPreviewStyle(styles + betweenBlocks, { raw: true });
	CMS.registerPreviewTemplate('pages', Preview);
}

function Preview({ entry, widgetFor, document: frame }: Shown) {
	// The editor knows the language of a frame only where pages are translated.
	frame.documentElement.lang = 'da';
	const title = shownText(entry.getIn(['data', 'title']));
	const intro = shownText(entry.getIn(['data', 'intro']));
	return (
		<main>
			{entry.getIn(['slug']) === 'forside' ? (
				<div data-as-built dangerouslySetInnerHTML={{ __html: hero({ title, intro }) }} />
			) : (
				<PageHead title={title} intro={intro} />
			)}
			<div class="frame column flow-large editor-text">{widgetFor('body')}</div>
		</main>
	);
}

/** The top of the front page, as Astro built it into the page at /admin/. */
function hero(texts: Readonly<Record<string, string>>): string {
	const look = document.querySelector<HTMLTemplateElement>('template[data-look="hero"]');
	const safe = document.createElement('span');
	return Object.entries(texts).reduce((markup, [name, text]) => {
		safe.textContent = text;
		return markup.replaceAll(placeholderFor(name), safe.innerHTML);
	}, look?.innerHTML ?? '');
}

function shownText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
