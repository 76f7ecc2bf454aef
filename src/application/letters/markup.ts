/** HTML that is safe to send. Only the tag below makes it. */
export class Markup {
	readonly html: string;
	constructor(html: string) {
		this.html = html;
	}
}

type Part = string | number | Markup | readonly Part[];

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A template tag that escapes every text put into it, in elements and in quoted attributes. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
	return new Markup(strings.reduce((html, text, at) => html + htmlOf(parts[at - 1] ?? '') + text));
}

function htmlOf(part: Part): string {
	if (part instanceof Markup) return part.html;
	if (typeof part === 'object') return part.map(htmlOf).join('');
	return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
