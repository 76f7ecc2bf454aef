import GithubSlugger from 'github-slugger';
import type { Image, Nodes, Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { everyNode } from '#content/check/body.ts';
import { nearest } from '#content/nearest.ts';
import type { Tell } from '#content/report.ts';
import { componentRule } from '#content/table/components.ts';

/** What a link on a page can lead to. */
export interface Places {
	/** The places on each page of the site, by the page's address: the fragments of its headings. */
	pages: ReadonlyMap<string, ReadonlySet<string>>;
	/** The addresses of files, such as pictures. */
	files: ReadonlySet<string>;
}

/** Checks what links say and where they lead, and that pictures are described. */
export function checkLinks(tree: Root, places: Places, tell: Tell): void {
	const inLinks = new Set<Nodes>();
	for (const node of everyNode(tree)) {
		const line = node.position?.start.line ?? 1;
		if (node.type === 'link') {
			for (const each of everyNode(node)) inLinks.add(each);
			checkText(textOf(node), line, tell);
			checkTarget(node.url, places, line, tell);
		} else if (node.type === 'image') {
			checkImage(node, places, line, tell);
		} else if (
			node.type === 'text' &&
			!inLinks.has(node) &&
			/(https?:\/\/|www\.)\S/.test(node.value)
		) {
			tell(
				line,
				'Der står en internetadresse i teksten.',
				'Skriv den som et link: [hvad der er på siden](adressen).',
			);
		} else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
			const rules = componentRule(node.name)?.attributes ?? {};
			for (const attribute of node.attributes.filter(hasText)) {
				const kind = rules[attribute.name]?.kind;
				if (attribute.value.trim() === '') continue;
				if (kind === 'link-text') checkText(attribute.value, line, tell);
				if (kind === 'link') checkTarget(attribute.value, places, line, tell);
			}
		}
	}
}

/** The fragments that lead to a place on a page: those of its headings, as Astro makes them. */
export function fragmentsOf(tree: Root): Set<string> {
	const slugger = new GithubSlugger();
	const fragments = new Set<string>();
	for (const node of everyNode(tree)) {
		if (node.type === 'heading') fragments.add(slugger.slug(textOf(node)));
		if (node.type === 'mdxJsxFlowElement' && node.name === 'KortFortalt')
			fragments.add('kort-fortalt');
		if (node.type === 'mdxJsxFlowElement' && node.name === 'NaesteSkridt')
			fragments.add('naeste-skridt');
	}
	return fragments;
}

function hasText(attribute: {
	type: string;
	value?: unknown;
}): attribute is MdxJsxAttribute & { value: string } {
	return attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
}

export function textOf(node: Parameters<typeof everyNode>[0]): string {
	return [...everyNode(node)].map((each) => (each.type === 'text' ? each.value : '')).join('');
}

const saysNothing =
	/^(klik|tryk|læs|se|find|hent)?\s*(her|mere|link|videre|dette|siden|denne side)?( her)?$/;

function checkText(text: string, line: number, tell: Tell): void {
	const words = text
		.trim()
		.toLowerCase()
		.replace(/[.:!>»→…]+$/, '')
		.trim();
	if (words === '') {
		tell(line, 'Et link har ingen tekst.', 'Skriv mellem [ og ], hvad man finder på siden.');
	} else if (saysNothing.test(words)) {
		tell(
			line,
			`Linkets tekst "${text.trim()}" siger ikke, hvor det fører hen.`,
			'Skriv, hvad man finder på siden, fx [Læs om aftalen](/adressen/).',
		);
	} else if (/^(https?:\/\/|www\.)\S+$/.test(words)) {
		tell(line, 'Linkets tekst er en internetadresse.', 'Skriv i stedet, hvad man finder på siden.');
	}
}

function checkTarget(url: string, places: Places, line: number, tell: Tell): void {
	if (url === '') {
		tell(line, 'Et link har ingen adresse.', 'Skriv adressen mellem ( og ).');
		return;
	}
	if (/^(https:\/\/[^\s/]+\.[^\s/]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+$|tel:\+?\d+$)/.test(url))
		return;
	if (url.startsWith('http://')) {
		tell(
			line,
			`Linket til ${url} er ikke sikkert.`,
			'Skriv https:// i stedet for http://, og prøv, om det virker.',
		);
		return;
	}
	const [path = '', fragment] = url.split('#');
	if (path === '' && fragment !== undefined) return;
	if (!path.startsWith('/') || path.startsWith('//')) {
		tell(
			line,
			`Adressen "${url}" kan ikke bruges.`,
			'Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.',
		);
		return;
	}
	if (places.files.has(path)) return;
	const fragments = places.pages.get(path);
	if (!fragments) {
		const near = nearest(path, [...places.pages.keys()]);
		tell(
			line,
			`Linket fører til "${path}", men den side findes ikke.`,
			near === undefined
				? 'Ret adressen. Den er sidens filnavn med / før og efter.'
				: `Mente du "${near}"?`,
		);
	} else if (fragment !== undefined && !fragments.has(decoded(fragment))) {
		tellFragment(fragment, path, fragments, line, tell);
	}
}

/** Checks the links of a page to places on itself, which need no list of pages. */
export function checkOwnFragments(tree: Root, tell: Tell): void {
	const fragments = fragmentsOf(tree);
	for (const node of everyNode(tree)) {
		const url = node.type === 'link' ? node.url : '';
		if (!url.startsWith('#') || fragments.has(decoded(url.slice(1)))) continue;
		tellFragment(url.slice(1), 'siden', fragments, node.position?.start.line ?? 1, tell);
	}
}

function tellFragment(
	fragment: string,
	page: string,
	fragments: ReadonlySet<string>,
	line: number,
	tell: Tell,
): void {
	const near = nearest(decoded(fragment), [...fragments]);
	tell(
		line,
		`Linket fører til stedet "#${decoded(fragment)}", som ikke er på ${page === 'siden' ? 'siden' : `"${page}"`}.`,
		near === undefined
			? 'Slet # og det, der står efter. Overskriften er måske blevet ændret.'
			: `Mente du "#${near}"? Overskriften er måske blevet ændret.`,
	);
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}

function checkImage(image: Image, places: Places, line: number, tell: Tell): void {
	if ((image.alt ?? '').trim() === '') {
		tell(
			line,
			'Et billede har ingen beskrivelse.',
			'Skriv mellem [ og ], hvad man ser på billedet. Nogle får siden læst op.',
		);
	}
	if (!places.files.has(image.url)) {
		tell(line, `Billedet "${image.url}" findes ikke.`, 'Ret adressen, eller slet billedet.');
	}
}
