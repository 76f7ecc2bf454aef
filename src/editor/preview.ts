import CMS, { type CustomPreviewTemplateProps } from '@sveltia/cms';
import type { VNode } from 'preact';
import { h } from './react.ts';
import { copyTemplate } from './templates.ts';
import styles from '#styles/global.css?inline';

/** Previews a page in the site's styles. The pull request has a preview of the whole site. */
export function registerPreview(): void {
	CMS.registerPreviewStyle(styles, { raw: true });
	CMS.registerPreviewTemplate('pages', Preview);
}

function Preview({ entry, widgetFor }: CustomPreviewTemplateProps) {
	const head = copyTemplate('[data-head]', {
		title: entry.getIn(['data', 'title']),
		intro: entry.getIn(['data', 'intro']),
	});
	return h('main', null, [
		h('div', { key: 'head', ref: (place: Element | null) => place?.replaceChildren(head) }),
		h('div', { key: 'body', className: 'frame column flow-large' }, widgetFor('body') as VNode),
	]);
}
