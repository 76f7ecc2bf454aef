import { settingsFile } from '#content/source.ts';
import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

/** The tasks of staff, each with its maximum of steps: presses, fields and choices. */
const tasks: readonly (readonly [
	name: string,
	most: number,
	act: (editor: Editor) => Promise<void>,
])[] = [
	[
		'a sentence is added',
		4,
		async (editor) => {
			await editor.openPage('persondata');
			const first = editor.text.locator('> p').first();
			const words = (await first.innerText()).slice(0, 20);
			await editor.putCaretAfter(words);
			await editor.type(' Spørg os gerne.');
			await editor.save();
			await expect
				.poll(() => editor.file('content/pages/persondata.mdx'))
				.toContain(' Spørg os gerne.');
		},
	],
	[
		'a page is made with a list, a table and a link, and put into the menu',
		18,
		async (editor) => {
			const { page } = editor;
			await editor.openNewPage();
			await editor.fill('title', 'Årets møde i Ærø');
			await editor.fill('intro', 'Kom til møde.');
			await editor.fill('description', 'Kom til møde, og hør om tryghed.');
			await editor.text.click();
			await editor.type('Spørg os');
			await page.keyboard.press('Shift+Home');
			await editor.frames(3);
			await editor.press('Link');
			await page.getByRole('dialog').getByRole('textbox', { name: 'URL' }).fill('/kontakt/');
			editor.steps += 2;
			await page.getByRole('dialog').getByRole('button', { name: 'Indsæt' }).click();
			await expect(editor.preview.getByRole('link', { name: 'Spørg os' })).toBeVisible();
			await editor.putCaretAfter('Spørg os');
			await page.keyboard.press('Enter');
			await editor.frames(3);
			await editor.type('Herning');
			await editor.press('Vis muligheder for tekststil');
			editor.steps++;
			await page.getByRole('menuitemcheckbox', { name: 'Punktopstilling' }).click();
			await page.keyboard.press('Enter');
			await page.keyboard.press('Enter');
			await editor.frames(3);
			await editor.insert('Tabel');
			await page.getByRole('textbox', { name: 'Række 1, kolonne 1' }).click();
			await editor.paste('', 'Hvem\tHvornår\nBo\tKl. 9\nIb\tKl. 10');
			editor.steps++;
			await editor.fill('menu', 'Møde');
			await editor.fill('order', '2.5');
			await editor.save();
			await expect
				.poll(() => editor.file('content/pages/aarets-moede-i-aeroe.mdx'))
				.toBe(
					[
						'---',
						'title: Årets møde i Ærø',
						'intro: Kom til møde.',
						'description: Kom til møde, og hør om tryghed.',
						'menu: Møde',
						'order: 2.5',
						'---',
						'',
						'[Spørg os](/kontakt/)',
						'',
						'- Herning',
						'',
						'| Hvem | Hvornår |',
						'| - | - |',
						'| Bo | Kl. 9 |',
						'| Ib | Kl. 10 |',
						'',
					].join('\n'),
				);
		},
	],
	[
		'a page is removed',
		4,
		async (editor) => {
			await editor.openPage('proeve');
			await editor.choose('leadsTo', 'Ja, og adressen skal føre til "Spørg projektlederen"');
			await editor.save();
			await expect.poll(() => editor.file(testPage)).toContain('\nleadsTo: /kontakt/\n');
		},
	],
	[
		'the project lead is changed',
		5,
		async (editor) => {
			await editor.openSettings();
			await editor.fill('projectLead.name', 'Åse Østergård');
			await editor.fill('projectLead.email', 'aaa001@politi.dk');
			await editor.fill('projectLead.phone', '72 28 32 99');
			await editor.save();
			await expect.poll(() => editor.file(settingsFile)).toContain('"Åse Østergård"');
		},
	],
	[
		'six facts about personal data are filled in',
		8,
		async (editor) => {
			await editor.openSettings();
			for (const name of [
				...['controller', 'dataProtectionOfficer', 'legalBasis', 'recipients'],
				...['retention', 'registerCheck'],
			])
				await editor.fill(`privacy.${name}`, `Svar om ${name}.`);
			await editor.save();
			await expect.poll(() => editor.file(settingsFile)).toContain('"Svar om registerCheck."');
		},
	],
];

test('each task of staff takes few steps', async ({ page }) => {
	const editor = await Editor.practise(page, { [testPage]: `${head}\nTekst.\n` });
	for (const [name, most, act] of tasks) await editor.task(name, most, () => act(editor));
});
