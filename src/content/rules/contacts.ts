import type { Examples, PageRule } from '#content/rules/rule.ts';
import { settingsFile } from '#content/source.ts';
import { paths } from '#site/paths.ts';

/** No page repeats the project lead's e-mail or phone, which would be outdated when the settings change. */
export const contacts: PageRule = ({ text }, report, { files }) => {
	const known = contactsOf(files[settingsFile]);
	for (const { index } of known ? text.matchAll(known) : []) {
		report(
			text.slice(0, index).split('\n').length,
			`Projektlederens e-mail eller telefonnummer er skrevet ind i teksten. Slet det. Skriv "projektlederen" med et link til ${paths.contact}, eller sæt byggeklodsen "Projektleder" ind i teksten.`,
		);
	}
};

/** The e-mail, and the phone in every common form; `undefined` if the settings cannot be parsed. */
function contactsOf(settings = ''): RegExp | undefined {
	try {
		const { projectLead } = JSON.parse(settings) as Record<string, Record<string, string>>;
		const { email = '', phone = '' } = projectLead ?? {};
		if (email.length < 3 || phone.length < 8) return undefined;
		const digits = [...phone.replace(/^\+45/, '').replace('+', '')].join('[\\s.\\-–/]?');
		const number = `(?<!\\d|\\d[\\s.-]?)(?:45[\\s.-]?)?${digits}(?!\\d)`;
		return new RegExp(`${RegExp.escape(email)}|${number}`, 'gi');
	} catch {
		return undefined;
	}
}

export const examples: Examples = {
	good: ['Ring 112 eller 114, og spørg projektlederen om resten.'],
	bad: [
		'Skriv til Bodil.Vang@vagt.example.\n\nRing på 21 22 33 44.\n\nRing +45 21-22-33-44.\n\n[Ring til os](tel:+4521223344)',
	],
};
