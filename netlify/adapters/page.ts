import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { markup } from '#application/letters/markup.ts';
import type { Answers, Mistake } from '#application/asking/rules.ts';
import { paths } from '#site/paths.ts';
import { type Piece, places, type Template } from '#site/template.ts';

/** The built pages that the functions fill in, and where a development server shows them. */
const pages = {
	ansoeg: paths.form,
	tjek: `${paths.check}/`,
	kvittering: `${paths.receipt}/`,
	fejl: `${paths.form}fejl/`,
};
export type PageName = keyof typeof pages;

type Texts = ReadonlyMap<string, string>;

/** A built page, to be filled in. What people wrote is only ever set as text or attribute value. */
export class Page {
	readonly #template: Template;
	readonly #texts = new Map<string, string>();
	readonly #marks = new Set<string>();
	readonly #lists = new Map<string, readonly Texts[]>();

	private constructor(template: Template) {
		this.#template = template;
	}

	/** Reads a page as it was built; under `npm run dev` as the development server shows it now. */
	static async open(name: PageName): Promise<Page> {
		const server = process.env.PAGES_URL;
		const json = server
			? await (await fetch(new URL(pages[name], server))).text()
			: await readFile(resolve('build', 'pages', `${name}.json`), 'utf8');
		return new Page(JSON.parse(json) as Template);
	}

	/** Puts a title in the tab. */
	title(change: (title: string) => string): this {
		return this.text('title', change(this.#template.title));
	}

	/** Sets the text of every element with the attribute `data-{slot}`. */
	text(slot: string, text: string): this {
		this.#texts.set(slot, text);
		return this;
	}

	/** Repeats the element with the attribute `data-{slot}` for each text. */
	texts(slot: string, texts: readonly string[]): this {
		this.#lists.set(
			slot,
			texts.map((text) => new Map([['text', text]])),
		);
		return this;
	}

	/** Shows the notice above the heading. */
	notice(text: string): this {
		this.#marks.add(places.shown('notice'));
		return this.text('notice-text', text);
	}

	/** Puts answers into the fields of a form, visible and hidden ones alike. */
	values(values: Answers & Record<string, string | undefined>): this {
		for (const [name, value = ''] of Object.entries(values)) {
			this.#texts.set(places.value(name), value);
			this.#marks.add(places.chosen(name, value));
		}
		return this;
	}

	/** Shows each mistake at its question and in the summary on top. */
	mistakes(mistakes: readonly Mistake[]): this {
		this.#marks.add(places.shown('error-summary'));
		for (const { name, message } of mistakes) {
			this.#marks.add(places.mistaken(name));
			this.#texts.set(places.error(name), message);
		}
		const links = mistakes.map(({ name, message }) => ({ href: `#${name}`, message }));
		this.#lists.set(
			'mistakes',
			links.map((link) => new Map(Object.entries(link))),
		);
		return this.title((title) => `Fejl: ${title}`);
	}

	/** Puts the answers, as they are read, into the rows of a summary list. */
	rows(answers: Record<string, string>): this {
		for (const [name, text] of Object.entries(answers)) {
			this.#texts.set(places.answer(name), text);
		}
		return this;
	}

	/** The answer to a request: never kept by a browser or a proxy, with the headers of every page. */
	response(status: number, headers: Record<string, string> = {}): Response {
		const { pieces, title, headers: ofPage } = this.#template;
		const texts = new Map([['title', title], ...this.#texts]);
		return new Response(this.#written(pieces, texts), {
			status,
			headers: {
				...ofPage,
				'Cache-Control': 'no-store',
				'Content-Type': 'text/html; charset=utf-8',
				...headers,
			},
		});
	}

	#written(pieces: readonly Piece[], texts: Texts): string {
		return pieces
			.map((piece) => {
				if (typeof piece === 'string') return piece;
				if ('text' in piece) return markup`${texts.get(piece.text) ?? piece.as}`.html;
				if ('when' in piece) return this.#marks.has(piece.when) ? piece.then : piece.otherwise;
				const entries = this.#lists.get(piece.each) ?? [new Map<string, string>()];
				return entries
					.map((entry) => this.#written(piece.pieces, new Map([...texts, ...entry])))
					.join('');
			})
			.join('');
	}
}
