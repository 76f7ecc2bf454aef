import CMS from '@sveltia/cms';
import type { HandedOver } from './handed-over.ts';
import { placeOf, show } from './mistakes.ts';
import { checked } from './saving.ts';
import { pageNameFrom } from '#content/page-name.ts';
import { mended } from '#content/mend.ts';
import type { Finding } from '#content/report.ts';
import { pagePath } from '#content/source.ts';

type Fields = Record<string, unknown>;

/** What the editor knows of the page that somebody writes on; its values change while they write. */
interface Draft {
	collectionName: string;
	originalEntry?: { slug: string };
	currentValues: Record<string, Fields>;
}

/** How long somebody has to rest before they are told, on top of the half second of the editor. */
const pause = 1000;

/** Lists what the check would say, while somebody writes and before they press "Gem"; and after it, what was put right. */
export function tellWhileTyping(given: HandedOver): void {
	const told = new Told();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let putRight: string[] = [];
	const clear = () => {
		clearTimeout(timer);
		told.clear();
	};
	window.addEventListener('site-typed', (event) => {
		const { detail } = event as CustomEvent<Draft>;
		if (detail.collectionName !== 'pages') return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			const [data = {}] = Object.values(detail.currentValues);
			const name = detail.originalEntry?.slug ?? pageNameFrom(String(data.title));
			const { mistakes, text } = checked(pagePath(name), { ...data }, given);
			// What is told of the first line is missing still, and nobody has come to it yet.
			told.tell(
				mistakes.filter(({ line }) => line > 1),
				text,
			);
		}, pause);
	});
	window.addEventListener('hashchange', ({ newURL }) => {
		// Back on the list, what was put right is still worth reading.
		if (putRight.length === 0 || /\/(entries|new)\b/.test(newURL)) clear();
	});
	CMS.registerEventListener({
		name: 'preSave',
		handler: ({ entry }) => {
			const { body } = (entry.toJS() as { data: Fields }).data;
			putRight = mended(typeof body === 'string' ? body : '').said;
		},
	});
	CMS.registerEventListener({
		name: 'postSave',
		handler: () => {
			clear();
			if (putRight.length > 0) told.say('Det blev rettet, da du gemte:', putRight);
		},
	});
}

/** The list below the form. */
class Told {
	readonly #section = document.createElement('section');
	readonly #heading = document.createElement('h2');
	readonly #items = document.createElement('ul');

	constructor() {
		this.#section.className = 'site-told';
		this.#section.setAttribute('aria-label', 'Om din tekst');
		// It is read out when it changes: with the number of mistakes, and not with each letter.
		this.#heading.setAttribute('role', 'status');
		this.#section.append(this.#heading, this.#items);
		document.body.append(this.#section);
	}

	tell(mistakes: readonly Finding[], file: string): void {
		const { length } = mistakes;
		if (length === 0) {
			this.clear();
			return;
		}
		this.say(
			`${length === 1 ? 'En' : length} ting skal rettes, før du kan gemme:`,
			mistakes.map(({ line, what, mend }) => [
				`${what} ${mend} `,
				button('Vis stedet', `Vis stedet: ${what}`, () => {
					show(placeOf(line, file));
				}),
			]),
		);
	}

	say(heading: string, items: readonly (string | (string | Node)[])[]): void {
		if (this.#heading.textContent !== heading) this.#heading.textContent = heading;
		this.#items.replaceChildren(
			...items.map((item) => {
				const element = document.createElement('li');
				element.append(...[item].flat());
				return element;
			}),
		);
	}

	clear(): void {
		this.#heading.textContent = '';
		this.#items.replaceChildren();
	}
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
	const element = document.createElement('button');
	element.type = 'button';
	element.textContent = text;
	element.setAttribute('aria-label', label);
	element.addEventListener('click', act);
	return element;
}
