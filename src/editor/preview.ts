import CMS from '@sveltia/cms';
import styles from '#styles/global.css?inline';

/** What React makes of an element; the editor's own types take React for granted. */
type Drawn = object;

interface Shown {
	entry: { getIn: (path: string[]) => unknown };
	document: Document;
	widgetFor: (field: string) => Drawn;
}

/** React as the editor brings it along, and so the one that it can draw with. */
declare global {
	interface Window {
		h: (type: string, props: object | null, ...children: unknown[]) => Drawn;
	}
}

/** The editor wraps each block, so that the distances of the site's own text do not reach them. */
const betweenBlocks = `
	main { min-height: 100vh; padding-bottom: 4rem; }
	[data-rich-text-preview] > :not(:first-child, [data-component-key]),
	[data-rich-text-preview] > [data-component-key]:not(:first-child) > * > * { margin-top: 1.5rem; }
	[data-component-key] > * { display: block; }
`;

/** Shows a page beside its form as it will look on the site. */
export function registerPreview(): void {
	CMS.registerPreviewStyle(styles + betweenBlocks, { raw: true });
	const page = ({ entry, widgetFor, document: frame }: Shown): Drawn => {
		// The editor knows the language of a frame only where pages are translated.
		frame.documentElement.lang = 'da';
		const { h } = window;
		const text = (name: string) => shownText(entry.getIn(['data', name]));
		const heading = [h('h1', null, text('title')), h('p', { className: 'intro' }, text('intro'))];
		return h(
			'main',
			null,
			h(
				'div',
				{ className: 'page-head' },
				h('div', { className: 'frame column flow' }, ...heading),
			),
			h('div', { className: 'frame column flow-large editor-text' }, widgetFor('body')),
		);
	};
	CMS.registerPreviewTemplate('pages', page);
}

function shownText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
