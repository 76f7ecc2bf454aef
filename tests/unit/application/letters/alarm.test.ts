import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alarm, problemNames } from '#application/letters/alarm.ts';
import { rollCall } from '#application/letters/roll-call.ts';
import { HtmlPage } from '../../../support/html-page.ts';
import { writing } from '../../../support/letters.ts';

const addresses = { ...writing, to: 'vagt@eksempel.dk' };
const id = '2026112107-9f86d081884c7d659a2feaa0c55ad015';
const line = { id, at: 0, state: 'waiting' } as const;

describe('an alarm and the roll call name the site and what to do', () => {
	const letters = {
		...Object.fromEntries(
			problemNames.map((name) => [name, alarm(name, ['ABCD-EFGH'], addresses)]),
		),
		'the roll call': rollCall([line], addresses),
	};
	for (const [what, { subject, text, html }] of Object.entries(letters)) {
		test(what, () => {
			expect(subject).toMatch(/^Tryghed & Co: [A-ZÆØÅ]/);
			expect(text).toMatch(/^Politiet <nord>, Tryghed & Co\n/);
			expect(text).toMatch(/\b(Skriv|Se|Ring|Tjek|Fjern|Er|Sker)\b[^\n]*\./);
			expect(text).not.toMatch(/\b[Ss]ig det\b/);
			for (const link of new HtmlPage(html).all('a')) {
				expect(link.attributes.href).toMatch(/^https:\/\//);
			}
		});
	}
});

test('the words are singular for one application or setting, and plural for several', () => {
	const [one, two] = [['ABCD-EFGH'], ['ABCD-EFGH', 'JKLM-NPQR']].map((about) =>
		alarm('bounced', about, addresses),
	);
	expect(one?.subject).toBe('Tryghed & Co: En ansøgning blev afvist af postkassen');
	expect(one?.text).toContain('Det gælder ABCD-EFGH.');
	expect(two?.subject).toBe('Tryghed & Co: Ansøgninger blev afvist af postkassen');
	expect(two?.text).toContain('Det gælder disse: ABCD-EFGH, JKLM-NPQR.');
	const [setting, settings] = [['A'], ['A', 'B']].map((about) =>
		alarm('unready', about, addresses),
	);
	expect(setting?.text).toContain('Denne indstilling mangler eller er forkert:\nA\n');
	expect(settings?.text).toContain('Disse indstillinger mangler eller er forkerte:\nA\nB\n');
	expect(rollCall([line], addresses).text).toContain('Her er den ansøgning');
	expect(rollCall([line, line], addresses).text).toContain('Her er de ansøgninger');
});

describe('each alarm links to its chapter of docs/incidents.md, or names it without a repository', () => {
	const headings = readFileSync('docs/incidents.md', 'utf8').matchAll(/^#+ (.*)$/gm);
	const chapters = [...headings].map(([, heading = '']) => heading);
	const { programme } = writing;
	const editing = { repository: 'ejer/projekt' };
	const published = { ...addresses, programme: { ...programme, editing } };
	for (const name of problemNames) {
		test(name, () => {
			expect(chapters).toContain(name);
			expect(alarm(name, [], published).html).toContain(
				`href="https://github.com/ejer/projekt/blob/main/docs/incidents.md#${name}"`,
			);
			const { text } = alarm(name, [], addresses);
			expect(text).toContain(`docs/incidents.md under ”${name}”`);
			expect(text).not.toContain('github.com');
		});
	}
});
