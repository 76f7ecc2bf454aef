import { placeOf, show } from './mistakes.ts';
import type { Finding } from '#content/report.ts';

/** The list below the form. */
export class Told {
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
					void show(placeOf(line, file));
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
