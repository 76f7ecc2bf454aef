import CMS, { type CustomPreviewTemplateProps } from '@sveltia/cms';
import type { VNode } from 'preact';
import { h } from './react.ts';
import { filled } from './templates.ts';
import styles from '#styles/global.css?inline';

/** Shows a page beside its form in the site's styles. The preview of the pull request is the page itself. */
export function registerPreview(): void {
	CMS.registerPreviewStyle(styles, { raw: true });
	CMS.registerPreviewTemplate('pages', Preview);
}

function Preview({ entry, widgetFor }: CustomPreviewTemplateProps) {
	const head = filled('[data-head]', {
		title: entry.getIn(['data', 'title']),
		intro: entry.getIn(['data', 'intro']),
	});
	return h('main', null, [
		h('div', { key: 'head', ref: (place: Element | null) => place?.replaceChildren(head) }),
		h('div', { key: 'body', className: 'frame column flow-large' }, widgetFor('body') as VNode),
	]);
}
