import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Tell } from '#content/report.ts';
import { type FormName, forms } from '#content/table/forms.ts';
import { type SettingField, type SettingFields, settingFields } from '#content/table/settings.ts';

/** Checks the settings, which are JSON; a reader of YAML reads that too, and knows the lines. */
export function checkSettings(text: string, tell: Tell): void {
	if (!isJson(text)) {
		tellUnreadable(text, tell);
		return;
	}
	const counter = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: counter,
		prettyErrors: false,
		uniqueKeys: false,
	});
	const lineOf = (node: unknown) => counter.linePos((node as Node | null)?.range?.[0] ?? 0).line;
	if (isMap(document.contents)) checkGroup(document.contents, settingFields, '', 1, lineOf, tell);
	else
		tell(1, 'Filen indeholder ikke indstillinger.', 'Hent den tidligere udgave af filen tilbage.');
}

type LineOf = (node: unknown) => number;

function checkGroup(
	group: YAMLMap,
	fields: SettingFields,
	path: string,
	start: number,
	lineOf: LineOf,
	tell: Tell,
): void {
	const written = new Set<string>();
	for (const { key, value } of group.items) {
		const name = isScalar(key) ? String(key.value) : '';
		const line = lineOf(key);
		const field = fields[name];
		if (!field) {
			tell(
				line,
				`"${path}${name}" er ikke en indstilling.`,
				`Ret navnet, eller slet linjen. Her kan stå ${Object.keys(fields).join(', ')}.`,
			);
			continue;
		}
		if (written.has(name))
			tell(line, `"${path}${name}" står der to gange.`, 'Slet den ene af dem.');
		written.add(name);
		checkSetting(value as Node | null, field, `${path}${name}`, line, lineOf, tell);
	}
	for (const [name, field] of Object.entries(fields)) {
		if (written.has(name)) continue;
		const mend =
			'unknownYet' in field
				? `Skriv "${name}": null, hvis svaret ikke kendes endnu.`
				: `Skriv "${name}" og et kolon og derefter svaret.`;
		tell(start, `Indstillingen "${path}${name}" (${field.label}) mangler.`, mend);
	}
}

function checkSetting(
	value: Node | null,
	field: SettingField,
	path: string,
	line: number,
	lineOf: LineOf,
	tell: Tell,
): void {
	switch (field.kind) {
		case 'group':
			if (isMap(value)) checkGroup(value, field.fields, `${path}.`, line, lineOf, tell);
			else
				tell(
					line,
					`"${path}" skal indeholde flere indstillinger.`,
					`Skriv dem mellem { og }: ${Object.keys(field.fields).join(', ')}.`,
				);
			return;
		case 'list':
			if (!isSeq(value) || (value.items.length === 0 && !field.mayBeEmpty)) {
				tell(line, `"${path}" er ikke en liste.`, 'Skriv mindst ét navn mellem [ og ].');
				return;
			}
			for (const [index, item] of value.items.entries()) {
				if (isScalar(item) && isFilled(item.value)) {
					const { value: text } = item;
					if (value.items.slice(0, index).some((each) => isScalar(each) && each.value === text))
						tell(lineOf(item), `"${text}" står to gange i "${path}".`, 'Slet den ene af dem.');
					checkForm(text, field.form, path, lineOf(item), tell);
					continue;
				}
				tell(
					lineOf(item),
					`En linje i "${path}" er tom eller ikke en tekst.`,
					'Skriv en tekst mellem to ", eller slet linjen.',
				);
			}
			return;
		case 'choice': {
			const chosen = isScalar(value) ? value.value : undefined;
			if (chosen === null || (typeof chosen === 'string' && chosen in field.choices)) return;
			tell(
				line,
				`"${path}" er ikke et af valgene.`,
				`Skriv ${Object.keys(field.choices)
					.map((choice) => `"${choice}"`)
					.join(' eller ')}, eller null for ingenting.`,
			);
			return;
		}
		case 'text': {
			const text = isScalar(value) ? value.value : undefined;
			if (text === null && field.unknownYet) return;
			if (!isFilled(text)) {
				tell(
					line,
					`"${path}" er ikke en tekst.`,
					field.unknownYet
						? 'Skriv en tekst mellem to ", eller null, hvis svaret ikke kendes endnu.'
						: 'Skriv en tekst mellem to ".',
				);
			} else {
				checkForm(text, field.form, path, line, tell);
			}
			return;
		}
		default:
			field satisfies never;
	}
}

function checkForm(
	text: string,
	form: FormName | undefined,
	path: string,
	line: number,
	tell: Tell,
): void {
	if (form === undefined || forms[form].pattern.test(text)) return;
	tell(line, `"${text}" kan ikke bruges i "${path}".`, forms[form].message);
}

function isFilled(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Looks at each line by itself, so that all mistakes are told at once; a reader of JSON ends at the first. */
function tellUnreadable(text: string, tell: Tell): void {
	const lines = text
		.split('\n')
		.map((line, index) => ({ line: index + 1, words: line.trim() }))
		.filter(({ words }) => words !== '');
	let isTold = false;
	for (const [index, { line, words }] of lines.entries()) {
		const next = lines[index + 1]?.words ?? '';
		const bare = words.replace(/,$/, '').trimEnd();
		const needsComma = !/[{[]$/.test(bare) && /^[^}\]]/.test(next);
		const [what, mend] = !isReadable(bare)
			? [
					'Linjen kan ikke læses.',
					'Skriv den som "name": "Navn" med lige anførselstegn, eller som "name": null. Brug ikke " eller \\ inde i teksten.',
				]
			: needsComma && words === bare
				? ['Der mangler et komma.', 'Skriv et komma sidst på linjen.']
				: !needsComma && words !== bare
					? ['Der er et komma for meget.', 'Slet kommaet sidst på linjen.']
					: [];
		if (what === undefined || mend === undefined) continue;
		tell(line, what, mend);
		isTold = true;
	}
	if (isTold) return;
	tell(
		lines.at(-1)?.line ?? 1,
		'Filen kan ikke læses.',
		'Hver { skal have en }, og hver [ skal have en ]. Er du i tvivl, så hent den tidligere udgave af filen tilbage.',
	);
}

/** Whether a line of the file is in order, as one of a group or of a list. */
function isReadable(line: string): boolean {
	if (/^[}\]]$/.test(line)) return true;
	const closed = line.replace(/\{$/, '{}').replace(/\[$/, '[]');
	return isJson(`{${closed}}`) || isJson(`[${closed}]`);
}
