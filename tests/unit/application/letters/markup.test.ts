import { expect, test } from 'vitest';
import { Markup, markup } from '#application/letters/markup.ts';
import { HtmlPage } from '../../../support/html-page.ts';

const hostile = `</p><script>alert("1")</script>&amp;'`;

test('text put into an element stays text', () => {
	const { html } = markup`<p>${hostile}</p>`;
	expect(html).toBe(
		'<p>&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;</p>',
	);
	expect(new HtmlPage(html).one('p').text).toBe(hostile);
});

test('text put into an attribute stays in it, under either kind of quote', () => {
	for (const { html } of [
		markup`<a title="${hostile}">x</a>`,
		markup`<a title='${hostile}'>x</a>`,
	]) {
		const link = new HtmlPage(html).one('a');
		expect(link.attributes).toEqual({ title: hostile });
		expect(link.text).toBe('x');
	}
});

test('markup put into markup stays markup, and text in it is escaped once', () => {
	expect(markup`<ul>${markup`<li>${'<&>'}</li>`}</ul>`.html).toBe(
		'<ul><li>&lt;&amp;&gt;</li></ul>',
	);
});

test('a list is put in one after the other, texts and markup alike', () => {
	expect(markup`${['<', markup`<br>`, ['>', 2]]}`.html).toBe('&lt;<br>&gt;2');
});

test('only the class itself passes for markup', () => {
	const lookalike = JSON.parse('{"html":"<script></script>"}') as Markup;
	expect(() => markup`${lookalike}`.html).toThrow();
	expect(markup`${new Markup('<hr>')}`.html).toBe('<hr>');
});
