import { readFileSync } from 'node:fs';
import { Editor, handOver } from '../support/editor.ts';
import { GitHub, repository } from '../support/github.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const file = 'content/pages/kontakt.mdx';
const changed = readFileSync(file, 'utf8').replace(/^intro: .*$/m, '$&§');

test('after "Gem" one is told who has to look, and later that the change is out', async ({
	page,
	baseURL,
}) => {
	await GitHub.standIn(page);
	await Editor.withChangeAtGitHub(page, baseURL ?? '');

	const told = page.getByRole('status', { name: 'Det, du har gemt' });
	await expect(told).toContainText('Spørg projektlederen, gemt');
	await expect(told).toContainText('Rettelsen er ikke på nettet endnu. En kollega skal se på den');
	await expect(told.getByRole('link', { name: /hos GitHub/ })).toHaveAttribute(
		'href',
		/^https:\/\/github\.com\/skovkredsen\/nabohjaelp\/pulls\?q=.*head%3Acms%2Fpages%2Fkontakt$/,
	);

	// A colleague publishes it, and the editor is opened another day.
	await handOver(page, ({ files }) => ({ repository, files: { ...files, [file]: changed } }));
	await page.goto('/');
	await page.goto('/admin/');
	await expect(told).toContainText('Din rettelse er ude nu.');
	await expect(told.getByRole('link', { name: /Se siden/ })).toHaveAttribute('href', '/kontakt/');
	await expectAccessible(page, ['wcag2a', 'wcag2aa']);
	await told.getByRole('button', { name: 'Skjul' }).click();
	await expect(told).toBeEmpty();
	await page.reload();
	await expect(told).toBeEmpty();
});

test('it can be practised', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await editor.openPage('kontakt');
	await editor.append('intro', '§');
	await editor.save();
	const told = page.getByRole('status', { name: 'Det, du har gemt' });
	await expect(told).toBeVisible();
	await expect(told).toContainText('Du øver dig, så rettelsen kommer ikke på nettet.');
});
