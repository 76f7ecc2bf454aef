import { readFileSync } from 'node:fs';
import { settings } from '#lib/content/settings.ts';
import { telephoneShown } from '#lib/site/phone.ts';

const { name, title, email, phone } = settings.projectLead;
const filledIn: Record<string, string> = { name, title, email, phone: telephoneShown(phone) };

/** The sections of the leaflet: the page that each belongs on, its heading and its sentences. */
export const sections = readFileSync('tests/leaflet.md', 'utf8')
	.split(/^## /m)
	.slice(1)
	.map((section) => {
		const [first = '', ...lines] = section.split('\n');
		const [address = '', ...heading] = first.split(' ');
		const text = lines
			.join('\n')
			.replace(/\{(\w+)\}/g, (_, fact: string) => filledIn[fact] ?? fact);
		return { address, heading: heading.join(' '), sentences: sentencesIn(text) };
	});

/** Splits where a sentence ends and a capital letter begins the next one. */
function sentencesIn(text: string): string[] {
	return text
		.split(/\n\n|(?<=[.?!])\s+(?=[A-ZÆØÅ])/)
		.map((sentence) => sentence.replace(/\s+/g, ' ').trim())
		.filter(Boolean);
}
