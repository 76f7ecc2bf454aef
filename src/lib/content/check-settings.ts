import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Tell } from '#lib/content/report.ts';
import { forms, type SettingField, type SettingFields, settingFields } from '#lib/content/rules.ts';

/** Checks the settings, which are JSON; a reader of YAML reads that too, and knows the lines. */
export function checkSettings(text: string, tell: Tell): void {
	const broken = brokenAt(text);
	if (broken !== undefined) {
		tell(
			text.slice(0, broken).split('\n').length,
			'Filen kan ikke læses herfra.',
			'Se efter på denne linje og linjen over: Hver tekst skal stå mellem to ", og der skal være et komma mellem linjerne, men ikke efter den sidste.',
		);
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
			if (!isSeq(value) || value.items.length === 0) {
				tell(line, `"${path}" er ikke en liste.`, 'Skriv mindst ét navn mellem [ og ].');
				return;
			}
			for (const item of value.items) {
				if (isScalar(item) && isFilled(item.value)) continue;
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
			} else if (field.form && !forms[field.form].pattern.test(text)) {
				tell(line, `"${text}" kan ikke bruges i "${path}".`, forms[field.form].message);
			}
			return;
		}
		default:
			field satisfies never;
	}
}

function isFilled(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

/** Where JSON stops being readable; nothing if it is in order. */
function brokenAt(text: string): number | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		const position = /position (\d+)/.exec(String(error))?.[1];
		return position === undefined ? text.length : Number(position);
	}
}
