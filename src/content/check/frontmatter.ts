import { isMap, isScalar, LineCounter, parseDocument, type Pair } from 'yaml';
import { nearest } from '#content/nearest.ts';
import type { Tell } from '#content/report.ts';
import {
	menuNeedsOrder,
	type PageField,
	type PageFieldName,
	pageFields,
} from '#content/table/page-lines.ts';

const names = Object.keys(pageFields) as PageFieldName[];
const list = names.map((name) => `"${name}"`).join(', ');

/** The lines on top of a page, as they were written; those that are wrong are left out. */
export type PageLines = Partial<Record<PageFieldName, string | number>>;

/** Checks the lines between the two `---`, of which the first is the file's first line. */
export function checkFrontmatter(text: string, tell: Tell): PageLines {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	const lineAt = (offset = 0) => counter.linePos(offset).line + 1;

	for (const { pos, code } of document.errors) {
		const line = lineAt(pos[0]);
		if (code === 'DUPLICATE_KEY') {
			tell(line, 'Den samme linje står to gange øverst på siden.', 'Slet den ene af dem.');
		} else {
			tell(
				line,
				'Linjen øverst på siden kan ikke læses.',
				"Skriv navnet, et kolon, et mellemrum og teksten. Er der et kolon eller et andet tegn i teksten, så sæt ' før og efter teksten.",
			);
		}
	}
	if (document.errors.length > 0) return {};

	for (const [index, line] of text.split('\n').entries()) {
		if (/^\s*#/.test(line)) {
			tell(
				index + 2,
				'Der står en kommentar øverst på siden. Den forsvinder, når siden bliver rettet i editoren.',
				'Slet linjen, eller skriv beskeden i "note".',
			);
		}
	}
	if (document.contents !== null && !isMap(document.contents)) {
		tell(
			2,
			'Linjerne øverst på siden kan ikke læses.',
			'Skriv et navn og et kolon først på hver linje.',
		);
		return {};
	}

	const lines: PageLines = {};
	const places: number[] = [];
	for (const pair of document.contents?.items ?? []) {
		const { key, value, line, isCut } = read(pair, lineAt);
		const name = names.find((each) => each === key);
		if (!name) {
			const near = nearest(key.toLowerCase(), names);
			const mend = near === undefined ? '' : `Mente du "${near}"? `;
			tell(
				line,
				`"${key}" er ikke en linje, der kan stå øverst på siden.`,
				`${mend}Brug kun ${list}.`,
			);
			continue;
		}
		places.push(names.indexOf(name));
		if (isCut) {
			tell(
				line,
				`Det, der står efter # i "${name}", bliver ikke læst.`,
				"Sæt ' før og efter hele teksten, eller slet #.",
			);
		}
		if (checkValue(name, value, line, tell)) lines[name] = value as string | number;
	}

	if (places.some((place, index) => place < (places[index - 1] ?? 0))) {
		tell(
			2,
			'Linjerne øverst på siden står ikke i den rigtige rækkefølge.',
			`Skriv dem sådan: ${list}.`,
		);
	}
	const written = new Set(places.map((place) => names[place]));
	for (const name of names) {
		if (pageFields[name].required && !written.has(name)) {
			const { label, hint } = pageFields[name];
			tell(1, `Siden mangler linjen "${name}" (${label.toLowerCase()}).`, `Skriv den. ${hint}`);
		}
	}
	if (written.has('menu') !== written.has('order')) {
		tell(1, 'Siden har kun den ene af linjerne "menu" og "order".', menuNeedsOrder);
	}
	return lines;
}

function read(pair: Pair, lineAt: (offset?: number) => number) {
	const { key, value } = pair;
	const scalar = isScalar(key) ? key : undefined;
	return {
		key: scalar?.source ?? '',
		value: isScalar(value) ? value.value : undefined,
		line: lineAt(scalar?.range?.[0]),
		/** Whether a comment follows on the line. */
		isCut: isScalar(value) && Boolean(value.comment),
	};
}

function checkValue(name: PageFieldName, value: unknown, line: number, tell: Tell): boolean {
	const { kind, max }: PageField = pageFields[name];
	if (kind === 'number') {
		if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max)
			return true;
		tell(line, `"${name}" er ikke et tal fra 1 til ${max}.`, 'Skriv et helt tal, fx 1.');
		return false;
	}
	if (typeof value !== 'string' || value.trim() === '') {
		tell(
			line,
			`"${name}" er ikke en tekst.`,
			"Skriv en tekst efter kolonet, eller slet linjen. Er den et tal, eller begynder den med et tegn, så sæt ' før og efter.",
		);
		return false;
	}
	if (value.includes('\n')) {
		tell(line, `"${name}" fylder flere linjer.`, 'Skriv det hele på én linje.');
		return false;
	}
	if (/\*\*|\]\(|<\/?[a-z]|&#?\w+;/i.test(value)) {
		tell(
			line,
			`"${name}" kan kun være almindelig tekst.`,
			'Skriv den uden fed, links, HTML og koder som &nbsp;.',
		);
		return false;
	}
	const length = [...value.trim()].length;
	if (length > max) {
		tell(
			line,
			`"${name}" er på ${length} tegn.`,
			`Skriv det kortere. Der er plads til ${max} tegn.`,
		);
		return false;
	}
	return true;
}
