import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Examples, SiteRule } from '#content/check/rule.ts';
import { tellUnreadable } from '#content/json.ts';
import type { Tell } from '#content/report.ts';
import { tellSameDomain } from '#content/same-domain.ts';
import { settingLabel } from '#content/setting-label.ts';
import { settingsFile } from '#content/source.ts';
import { type FormName, forms } from '#content/table/forms.ts';
import { type SettingField, type SettingFields, settingFields } from '#content/table/settings.ts';

/** The settings are all there, each as the table describes it. */
export const settings: SiteRule = ({ files }, tellIn) => {
	const text = files[settingsFile];
	const tell = tellIn(settingsFile);
	if (text === undefined) tell(1, 'Filen med indstillinger mangler.', 'Hent den tilbage.');
	else checkSettings(text, tell);
};

/** Reads the settings, which are JSON; a reader of YAML reads that too, and knows the lines. */
export function checkSettings(text: string, tell: Tell): void {
	if (tellUnreadable(text, tell)) return;
	const counter = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: counter,
		prettyErrors: false,
		uniqueKeys: false,
	});
	const lineOf: LineOf = (node) => counter.linePos(node?.range?.[0] ?? 0).line;
	if (!isMap(document.contents)) {
		tell(1, 'Filen indeholder ikke indstillinger.', 'Hent den tidligere udgave af filen tilbage.');
		return;
	}
	checkGroup(document.contents, settingFields, '', 1, lineOf, tell);
	tellSameDomain(text, tell);
}

type LineOf = (node: Node | null) => number;

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
		const line = lineOf(key as Node);
		const field = fields[name];
		if (!field) {
			tell(
				line,
				`"${path}${name}" er ikke en indstilling.`,
				`Ret navnet, eller slet ${isMap(value) ? 'den og alt mellem dens { og }' : 'linjen'}. Her kan stå ${Object.keys(fields).join(', ')}.`,
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
		tell(start, `Indstillingen ${called(path + name)} mangler.`, mend);
	}
}

/** As in the editor's form; in the file, the line says it. */
function called(path: string): string {
	return `"${settingLabel(path)}"`;
}

function checkSetting(
	value: Node | null,
	field: SettingField,
	path: string,
	line: number,
	lineOf: LineOf,
	tell: Tell,
): void {
	const name = called(path);
	const scalar = isScalar(value) ? value.value : undefined;
	switch (field.kind) {
		case 'group':
			if (isMap(value)) checkGroup(value, field.fields, `${path}.`, line, lineOf, tell);
			else
				tell(
					line,
					`${name} skal indeholde flere indstillinger.`,
					`Skriv dem mellem { og }: ${Object.keys(field.fields).join(', ')}.`,
				);
			return;
		case 'list': {
			if (!isSeq(value)) {
				tell(line, `${name} er ikke en liste.`, 'Skriv mindst ét navn mellem [ og ].');
				return;
			}
			if (value.items.length === 0 && !field.mayBeEmpty)
				tell(line, `Der står ikke noget i ${name}.`, 'Skriv mindst ét navn.');
			const seen = new Set<string>();
			for (const item of value.items as Node[]) {
				const text = isScalar(item) ? item.value : undefined;
				const place = lineOf(item);
				if (!isFilled(text))
					tell(
						place,
						`En linje i ${name} er tom eller ikke en tekst.`,
						'Skriv en tekst mellem to ", eller slet linjen.',
					);
				else if (seen.has(text))
					tell(place, `"${text}" står to gange i ${name}.`, 'Slet den ene af dem.');
				else checkForm(text, field.form, name, place, tell);
				if (isFilled(text)) seen.add(text);
			}
			return;
		}
		case 'choice':
			if (scalar === null && field.unknownYet) return;
			if (typeof scalar === 'string' && Object.hasOwn(field.choices, scalar)) return;
			tell(
				line,
				`${name} er ikke et af valgene.`,
				`Skriv ${Object.keys(field.choices)
					.map((choice) => `"${choice}"`)
					.join(' eller ')}${field.unknownYet ? ', eller null for ingenting' : ''}.`,
			);
			return;
		case 'text':
			if (scalar === null && field.unknownYet) return;
			if (isFilled(scalar)) checkForm(scalar, field.form, name, line, tell);
			else if (typeof scalar === 'string' && !field.unknownYet)
				tell(line, `Der står ikke noget i ${name}.`, 'Skriv det.');
			else
				tell(
					line,
					`${name} er ikke en tekst.`,
					field.unknownYet
						? 'Skriv en tekst mellem to ", eller null, hvis svaret ikke kendes endnu.'
						: 'Skriv en tekst mellem to ".',
				);
			return;
		default:
			field satisfies never;
	}
}

function checkForm(
	text: string,
	form: FormName | undefined,
	name: string,
	line: number,
	tell: Tell,
): void {
	if (form === undefined || forms[form].pattern.test(text)) return;
	tell(line, `"${text}" kan ikke bruges i ${name}.`, forms[form].message);
}

function isFilled(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

export const examples: Examples = {
	good: [{}],
	bad: [{ [settingsFile]: '{ "name": "" }' }, { [settingsFile]: '{ "name": "a" "b" }' }],
};
