import CMS from '@sveltia/cms';
import { h } from 'preact';
import { look } from './looks.ts';
import { shownText } from './shown-text.ts';
import { callsKeptWhole, headingSet } from '#application/typesetting.ts';
import styles from '#styles/global.css?inline';

interface Shown {
	entry: { getIn: (path: string[]) => unknown };
	document: Document;
}

/** Shows a page beside its form as it will look on the site. */
export function registerPreview(): void {
	CMS.registerPreviewStyle(styles, { raw: true });
	CMS.registerPreviewTemplate('pages', Preview);
}

function Preview({ entry, document: frame }: Shown) {
	// The editor knows the language of a frame only where pages are translated.
	frame.documentElement.lang = 'da';
	const page = shownPage(textOf(entry, 'slug'), {
		title: textOf(entry, 'data', 'title'),
		intro: textOf(entry, 'data', 'intro'),
		body: textOf(entry, 'data', 'body'),
	});
	return h('main', { ref: (main: HTMLElement | null) => main?.replaceChildren(page) });
}

interface Texts {
	title: string;
	intro: string;
	body: string;
}

/** A page with its own frame, or a new one with the frame that most have. */
function shownPage(id: string, { title, intro, body }: Texts): DocumentFragment {
	const values = { title, heading: headingSet(title), intro: callsKeptWhole(intro) };
	const text = shownText(body);
	const own = look(`[data-page="${CSS.escape(id)}"]`, values, text);
	const page = own.childElementCount > 0 ? own : look('[data-page=""]', values, text);
	// The editor scrolls the form and this together by what their parts are called.
	text[0]?.parentElement?.setAttribute('data-key-path', 'body');
	page.prepend(look(`[data-styles="${CSS.escape(id)}"]`));
	// What is shown is not to be sent.
	for (const form of page.querySelectorAll('form')) form.inert = true;
	return page;
}

function textOf(entry: Shown['entry'], ...path: string[]): string {
	const value = entry.getIn(path);
	return typeof value === 'string' ? value : '';
}
