import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, parse, serialize } from 'parse5';
import type { Answers, Mistake } from '#lib/application/schema.ts';
import { securityHeaders, stylesOf } from '#lib/site/headers.ts';
import { paths } from '#lib/site/paths.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** The built pages that the functions fill in, and where a development server shows them. */
const pages = {
	ansoeg: paths.form,
	tjek: `${paths.check}/`,
	kvittering: `${paths.receipt}/`,
	fejl: `${paths.form}fejl/`,
};
export type PageName = keyof typeof pages;

/** A built page, to be filled in. What people wrote is only ever set as text or attribute value. */
export class Page {
	readonly #document: DefaultTreeAdapterTypes.Document;

	private constructor(html: string) {
		this.#document = parse(html);
	}

	/** Reads a page as it was built; under `npm run dev` as the development server shows it now. */
	static async open(name: PageName): Promise<Page> {
		const server = process.env.PAGES_URL;
		const html = server
			? await (await fetch(new URL(pages[name], server))).text()
			: await readFile(resolve('build', 'pages', `${name}.html`), 'utf8');
		return new Page(html);
	}

	/** Puts a title in the tab and, where the page has a slot for it, in its heading. */
	title(change: (title: string) => string): this {
		const title = this.#one((element) => element.tagName === 'title');
		setText(title, change(textOf(title)));
		return this;
	}

	/** Sets the text of every element with the attribute `data-{slot}`. */
	text(slot: string, text: string): this {
		for (const element of this.#all(has(`data-${slot}`))) setText(element, text);
		return this;
	}

	/** Repeats the element with the attribute `data-{slot}` for each text. */
	texts(slot: string, texts: readonly string[]): this {
		repeat(this.#one(has(`data-${slot}`)), texts, setText);
		return this;
	}

	/** Shows the notice above the heading. */
	notice(text: string): this {
		reveal(this.#one(has('data-notice')));
		return this.text('notice-text', text);
	}

	/** Puts answers into the fields of a form, visible and hidden ones alike. */
	values(values: Answers & Record<string, string | undefined>): this {
		for (const [name, value] of Object.entries(values)) {
			for (const field of this.#all(has('name', name))) setValue(field, value ?? '');
		}
		return this;
	}

	/** Shows each mistake at its question and in the summary on top. */
	mistakes(mistakes: readonly Mistake[]): this {
		const summary = this.#one(has('data-error-summary'));
		reveal(summary);
		repeat(within(summary, has('data-error-item')), mistakes, (item, { name, message }) => {
			const link = within(item, (element) => element.tagName === 'a');
			setAttribute(link, 'href', `#${name}`);
			setText(link, message);
		});
		for (const { name, message } of mistakes) {
			setAttribute(this.#one(has('data-question', name)), 'data-invalid', '');
			const error = this.#one(has('data-error', name));
			reveal(error);
			setText(within(error, has('data-error-text')), message);
			const described = this.#one(has('data-described', name));
			const hint = attributeOf(described, 'aria-describedby');
			setAttribute(
				described,
				'aria-describedby',
				[hint, `${name}-error`].filter(Boolean).join(' '),
			);
			for (const field of this.#all(has('name', name))) {
				if (attributeOf(field, 'type') !== 'radio') setAttribute(field, 'aria-invalid', 'true');
			}
		}
		return this.title((title) => `Fejl: ${title}`);
	}

	/** Puts the answers, as they are read, into the rows of a summary list. */
	rows(answers: Record<string, string>): this {
		for (const [name, text] of Object.entries(answers)) {
			setText(within(this.#one(has('data-row', name)), has('data-answer')), text);
		}
		return this;
	}

	/** The answer to a request: never kept by a browser or a proxy, with the headers of every page. */
	response(status: number, headers: Record<string, string> = {}): Response {
		const html = serialize(this.#document);
		return new Response(html, {
			status,
			headers: {
				...securityHeaders(stylesOf(html)),
				'Cache-Control': 'no-store',
				'Content-Type': 'text/html; charset=utf-8',
				...headers,
			},
		});
	}

	#all(matches: (element: Element) => boolean): Element[] {
		return descendants(this.#document).filter(matches);
	}

	#one(matches: (element: Element) => boolean): Element {
		return within(this.#document, matches);
	}
}

function descendants(parent: Parent): Element[] {
	return tree
		.getChildNodes(parent)
		.filter((node) => tree.isElementNode(node))
		.flatMap((element) => [element, ...descendants(element)]);
}

function within(parent: Parent, matches: (element: Element) => boolean): Element {
	const found = descendants(parent).find(matches);
	if (!found) throw new Error('a built page lacks an element that the functions fill in');
	return found;
}

function has(name: string, value?: string): (element: Element) => boolean {
	return ({ attrs }) =>
		attrs.some((attr) => attr.name === name && (value === undefined || attr.value === value));
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
	return attrs.find((attr) => attr.name === name)?.value;
}

function setAttribute(element: Element, name: string, value: string): void {
	removeAttribute(element, name);
	element.attrs.push({ name, value });
}

function removeAttribute(element: Element, name: string): void {
	element.attrs = element.attrs.filter((attr) => attr.name !== name);
}

function reveal(element: Element): void {
	removeAttribute(element, 'hidden');
}

function textOf(element: Element): string {
	return tree
		.getChildNodes(element)
		.map((node) => (tree.isTextNode(node) ? node.value : ''))
		.join('');
}

function setText(element: Element, text: string): void {
	element.childNodes = [];
	tree.insertText(element, text);
}

function setValue(field: Element, value: string): void {
	const type = attributeOf(field, 'type');
	if (field.tagName === 'textarea') {
		setText(field, value);
	} else if (type === 'radio' || type === 'checkbox') {
		removeAttribute(field, 'checked');
		if (attributeOf(field, 'value') === value) setAttribute(field, 'checked', '');
	} else if (field.tagName === 'input') {
		setAttribute(field, 'value', value);
	}
}

/** Puts a copy of the element in its place for each value. */
function repeat<Value>(
	element: Element,
	values: readonly Value[],
	fill: (copy: Element, value: Value) => void,
): void {
	const { parentNode } = element;
	if (!parentNode) return;
	for (const value of values) {
		const copy = copyOf(element);
		fill(copy, value);
		tree.insertBefore(parentNode, copy, element);
	}
	tree.detachNode(element);
}

function copyOf(element: Element): Element {
	const attributes = element.attrs.map((attr) => ({ ...attr }));
	const copy = tree.createElement(element.tagName, element.namespaceURI, attributes);
	for (const node of tree.getChildNodes(element)) {
		if (tree.isTextNode(node)) tree.insertText(copy, node.value);
		else if (tree.isElementNode(node)) tree.appendChild(copy, copyOf(node));
	}
	return copy;
}
