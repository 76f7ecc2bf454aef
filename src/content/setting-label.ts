import { type SettingField, settingFields } from '#content/table/settings.ts';

/** What an editor calls a setting: "Persondata: Dataansvarlig" for `privacy.controller`. */
export function settingLabel(path: string): string {
	const labels: string[] = [];
	let fields: Readonly<Record<string, SettingField>> = settingFields;
	for (const name of path.split('.')) {
		const field = fields[name];
		if (!field) throw new Error(`There is no setting "${path}".`);
		labels.push(field.label);
		fields = field.kind === 'group' ? field.fields : {};
	}
	return labels.join(': ');
}
