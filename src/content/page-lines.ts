import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { nearest } from '#content/nearest.ts';
import type { Tell } from '#content/report.ts';
import {
	called,
	menuNeedsOrder,
	ownAddress,
	pageField,
	type PageFieldName,
	pageFieldNames,
} from '#content/table/page-lines.ts';

/** The lines on top of a page, as they were written; those that are wrong are left out. */
export type PageLines = Partial<Record<PageFieldName, string | number>>;

const list = pageFieldNames.join(', ');
const silently: Tell = () => undefined;

/** Reads the lines between the two `---`, of which the first is the file's first line. */
export function readLines(text: string, tell: Tell = silently): PageLines {
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
				`Slet linjen, eller skriv den i ${called('note')}.`,
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
		const name = pageFieldNames.find((each) => each === key);
		if (!name) {
			const near = nearest(key.toLowerCase(), pageFieldNames);
			const mend = near === undefined ? '' : `Mente du "${near}"? `;
			tell(
				line,
				`"${key}" er ikke en linje, der kan stå øverst på siden.`,
				`${mend}Brug kun ${list}.`,
			);
			continue;
		}
		places.push(pageFieldNames.indexOf(name));
		if (isCut) {
			tell(
				line,
				`Det, der står efter # i ${called(name)}, bliver ikke læst.`,
				"Sæt ' før og efter hele teksten, eller slet #.",
			);
		}
		const trouble = troubleWith(name, value);
		if (trouble) tell(line, ...trouble);
		else lines[name] = value as string | number;
	}

	if (places.some((place, index) => place < (places[index - 1] ?? 0))) {
		tell(
			2,
			'Linjerne øverst på siden står ikke i den rigtige rækkefølge.',
			`Skriv dem sådan: ${list}.`,
		);
	}
	const written = new Set(places.map((place) => pageFieldNames[place]));
	for (const name of pageFieldNames) {
		const { required, hint } = pageField(name);
		if (required && !written.has(name)) {
			tell(1, `Siden mangler ${called(name)}.`, `Skriv den. ${hint}`);
		}
	}
	if (written.has('menu') !== written.has('order')) {
		const [one, other] = written.has('menu')
			? (['menu', 'order'] as const)
			: (['order', 'menu'] as const);
		tell(1, `Siden har ${called(one)}, men ikke ${called(other)}.`, menuNeedsOrder);
	}
	return lines;
}

function read({ key, value }: Pair, lineAt: (offset?: number) => number) {
	const scalar = isScalar(key) ? key : undefined;
	return {
		key: scalar?.source ?? '',
		value: isScalar(value) ? value.value : undefined,
		line: lineAt(scalar?.range?.[0]),
		/** Whether a comment follows on the line. */
		isCut: isScalar(value) && Boolean(value.comment),
	};
}

/** What is wrong with a line, and how to mend it; nothing if it is fine. */
function troubleWith(name: PageFieldName, value: unknown): [string, string] | undefined {
	const { kind, max } = pageField(name);
	switch (kind) {
		case 'number':
			return typeof value === 'number' && value > 0 && value <= max
				? undefined
				: [
						`${called(name)} er ikke et tal mellem 0 og ${max}.`,
						'Skriv et tal, fx 1. 1.5 er mellem 1 og 2.',
					];
		case 'address':
			return typeof value === 'string' && value.length <= max && ownAddress.pattern.test(value)
				? undefined
				: [`${called(name)} er ikke en adresse på webstedet.`, ownAddress.message];
		case 'line':
			return troubleWithText(name, value, max);
		default:
			return kind satisfies never;
	}
}

function troubleWithText(
	name: PageFieldName,
	value: unknown,
	max: number,
): [string, string] | undefined {
	if (typeof value !== 'string' || value.trim() === '') {
		return [
			`${called(name)} er ikke en tekst.`,
			"Skriv en tekst efter kolonet, eller slet linjen. Er den et tal, eller begynder den med et tegn, så sæt ' før og efter.",
		];
	}
	if (value.includes('\n'))
		return [`${called(name)} fylder flere linjer.`, 'Skriv det hele på én linje.'];
	if (/\*\*|\]\(|<\/?[a-z]|&#?\w+;/i.test(value)) {
		return [
			`${called(name)} kan kun være almindelig tekst.`,
			'Skriv den uden fed, links, HTML og koder som &nbsp;.',
		];
	}
	const { length } = [...value.trim()];
	return length > max
		? [`${called(name)} er på ${length} tegn.`, `Skriv det kortere. Der er plads til ${max} tegn.`]
		: undefined;
}
