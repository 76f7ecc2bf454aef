import { cannotRead, readData, mistakesBySchema } from '#content/data.ts';
import type { Examples, SiteRule } from '#content/rules/rule.ts';
import { settingsSchema } from '#content/schema/site-settings.ts';
import { settingsFile } from '#content/source.ts';

/** The settings fit their schema. */
export const settings: SiteRule = ({ files }, reportIn) => {
	const text = files[settingsFile];
	const report = reportIn(settingsFile);
	if (text === undefined) {
		report(1, 'Filen med indstillinger mangler. Hent den tilbage.');
		return;
	}
	const data = readData(text, 'json', report);
	if (!data) return;
	try {
		const values: unknown = JSON.parse(text);
		for (const [path, message] of mistakesBySchema(values, settingsSchema))
			report(data.lineOf(path), message);
	} catch (error) {
		// YAML allows more than JSON.
		report(Number(/line (\d+)/.exec(String(error))?.[1] ?? 1), cannotRead);
	}
};

const inFile = (from: string | RegExp, to: string) => ({ file: settingsFile, from, to });

export const examples: Examples = {
	good: [
		inFile('"hul@nabo.example"', 'null'),
		inFile(', Granvej 1', '\\nGranvej 1'),
		inFile(/,\s*"answering": \{[^}]*\}/, ''),
		inFile(/\}\s*$/, ',"mail": { "perDay": 100 } }'),
	],
	bad: [
		{ [settingsFile]: undefined },
		...['"koordinator', 'koordinator', '112', '" "', '"a", "mobil": "1"'].map((to) =>
			inFile('"koordinator"', to),
		),
		...[inFile('"Skovkredsen",', '"Skovkredsen"'), inFile('"phone"', '"name"')],
		...[inFile('"registerCheck": null', '"registerCheck": null,'), inFile('"title":', '"titel":')],
		...[inFile(', Granvej 1', '\\n<b>hej</b>'), inFile('Nej, det er frivilligt.', ' \\n ')],
		...[inFile('+4521223344', '21 22 33 44'), inFile('bodil.vang@', 'bodil.vang.')],
		...[
			inFile('"https://', '"http://'),
			inFile('"Egebæk"', '""'),
			inFile('"Egebæk"', '"Birkelund"'),
		],
		...[inFile('"link": "github"', '"link": "word"'), inFile('nabo.example', 'mail.Vagt.example')],
	],
};
