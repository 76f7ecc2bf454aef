import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, parse, serialize } from 'parse5';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { type Piece, places, type Template } from '#site/template.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Hole = Exclude<Piece, string> | 'end';

/** The elements whose text the functions set, by the attribute `data-{slot}`. */
const texts = ['notice-text', 'problem-title', 'reference'];
/** The elements that are hidden until they are needed. */
const hidden = ['notice', 'error-summary'];

/** Makes a template of a built page. The attributes that it looks for stand in the form components. */
export function compileTemplate(html: string): Template {
	const document = parse(html);
	const elements = elementsIn(document);
	const title = elements.find(({ tagName }) => tagName === 'title');
	const shownTitle = title ? textIn(title) : '';
	const holes: Hole[] = [];
	const mark = (hole: Hole) => `\ue000${holes.push(hole) - 1}\ue001`;
	for (const element of elements) prepare(element, mark);
	return {
		title: shownTitle,
		headers: securityHeaders(stylesOf(html)),
		pieces: piecesOf(serialize(document), holes),
	};
}

/** Puts marks where the functions write: the parser's own serializer writes the rest around them. */
function prepare(element: Element, mark: (hole: Hole) => string): void {
	const attribute = (name: string) => element.attrs.find((attr) => attr.name === name)?.value;
	const remove = (name: string) => {
		element.attrs = element.attrs.filter((attr) => attr.name !== name);
	};
	const set = (name: string, value: string) => {
		remove(name);
		element.attrs.push({ name, value });
	};
	const choose = (when: string, then: string, otherwise = '') =>
		set(mark({ when, then, otherwise }), '');
	const place = (text: string) => setText(element, mark({ text, as: textIn(element) }));
	const reveal = (when: string) => {
		remove('hidden');
		choose(when, '', ' hidden');
	};
	const repeat = (each: string) => {
		const { parentNode } = element;
		if (!parentNode) return;
		tree.insertTextBefore(parentNode, mark({ each, pieces: [] }), element);
		const after = parentNode.childNodes[parentNode.childNodes.indexOf(element) + 1];
		if (after) tree.insertTextBefore(parentNode, mark('end'), after);
		else tree.insertText(parentNode, mark('end'));
	};

	const { tagName } = element;
	if (tagName === 'title') place('title');
	for (const slot of texts) if (attribute(`data-${slot}`) !== undefined) place(slot);
	for (const slot of hidden) {
		if (attribute(`data-${slot}`) !== undefined) reveal(places.shown(slot));
	}
	if (attribute('data-problem-text') !== undefined) {
		place('text');
		repeat('problem-text');
	}
	if (attribute('data-error-item') !== undefined) {
		const link = elementsIn(element).find((child) => child.tagName === 'a');
		if (link) {
			link.attrs = link.attrs.filter(({ name }) => name !== 'href');
			link.attrs.push({ name: 'href', value: mark({ text: 'href', as: '' }) });
			setText(link, mark({ text: 'message', as: '' }));
		}
		repeat('mistakes');
	}
	const error = attribute('data-error');
	if (error !== undefined) {
		reveal(places.mistaken(error));
		const text = childOf(element, 'data-error-text');
		if (text) setText(text, mark({ text: places.error(error), as: '' }));
	}
	const row = attribute('data-row');
	if (row !== undefined) {
		const answer = childOf(element, 'data-answer');
		if (answer) setText(answer, mark({ text: places.answer(row), as: '' }));
	}
	const question = attribute('data-question');
	if (question !== undefined) choose(places.mistaken(question), ' data-invalid');
	const described = attribute('data-described');
	if (described !== undefined) {
		const hint = attribute('aria-describedby');
		remove('aria-describedby');
		choose(
			places.mistaken(described),
			` aria-describedby="${[hint, `${described}-error`].filter(Boolean).join(' ')}"`,
			hint && ` aria-describedby="${hint}"`,
		);
	}
	const field = attribute('name');
	if (field === undefined || (tagName !== 'input' && tagName !== 'textarea')) return;
	const type = attribute('type');
	if (type !== 'radio' && type !== 'hidden') {
		choose(places.mistaken(field), ' aria-invalid="true"');
	}
	if (tagName === 'textarea') {
		// A line break right after the tag is not part of the text: with it, one that is written is kept.
		setText(element, `\n${mark({ text: places.value(field), as: textIn(element) })}`);
	} else if (type === 'radio' || type === 'checkbox') {
		remove('checked');
		choose(places.chosen(field, attribute('value') ?? ''), ' checked');
	} else {
		set('value', mark({ text: places.value(field), as: attribute('value') ?? '' }));
	}
}

function piecesOf(html: string, holes: readonly Hole[]): Piece[] {
	const open: Piece[][] = [[]];
	const write = (piece: Piece) => piece === '' || open.at(-1)?.push(piece);
	let written = 0;
	for (const found of html.matchAll(/ \ue000(\d+)\ue001=""|\ue000(\d+)\ue001/g)) {
		write(html.slice(written, found.index));
		written = found.index + found[0].length;
		const hole = holes[Number(found[1] ?? found[2])];
		if (hole === 'end') {
			open.pop();
		} else if (hole && 'each' in hole) {
			const pieces: Piece[] = [];
			write({ ...hole, pieces });
			open.push(pieces);
		} else if (hole) {
			write(hole);
		}
	}
	write(html.slice(written));
	return open[0] ?? [];
}

function elementsIn(parent: Parent): Element[] {
	return tree
		.getChildNodes(parent)
		.filter((node) => tree.isElementNode(node))
		.flatMap((element) => [element, ...elementsIn(element)]);
}

function childOf(element: Element, attribute: string): Element | undefined {
	return elementsIn(element).find(({ attrs }) => attrs.some(({ name }) => name === attribute));
}

function textIn(element: Element): string {
	return tree
		.getChildNodes(element)
		.map((node) => (tree.isTextNode(node) ? node.value : ''))
		.join('');
}

function setText(element: Element, text: string): void {
	element.childNodes = [];
	tree.insertText(element, text);
}
