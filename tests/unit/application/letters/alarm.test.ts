import { readFileSync } from 'node:fs';
import { slug } from 'github-slugger';
import { expect, test } from 'vitest';
import { alarm, configurationAlarm, problemNames } from '#application/letters/alarm.ts';

const addresses = { from: 'Vagt <vagt@tryghed.example>', to: 'a@b.dk', repository: 'ejer/projekt' };
const guide = readFileSync('docs/incidents.md', 'utf8');
const chapters = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading));

test('each alarm leads to its chapter of the guide', () => {
	const alarms = [
		...problemNames.map((problem) => alarm(problem, ['ABCD-EFGH'], addresses)),
		configurationAlarm(['MAIL_FROM'], addresses),
	];
	const page = 'https://github.com/ejer/projekt/blob/main/docs/incidents.md#';
	for (const { subject, html } of alarms) {
		const chapter = html.split(`href="${page}`)[1]?.split('"')[0];
		expect(chapters, subject).toContain(chapter);
	}
});

test('without a repository it names the file and the chapter', () => {
	const { text } = alarm('bounced', ['ABCD-EFGH'], { ...addresses, repository: null });
	expect(text).toContain('docs/incidents.md, ”bounced”');
	expect(text).not.toContain('github.com');
});
