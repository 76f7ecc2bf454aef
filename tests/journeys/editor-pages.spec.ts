import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

test('nothing offers what cannot be done', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await expect(page.getByRole('row').first()).toBeVisible();
	await editor.allIsQuiet();
	for (const name of [
		'Medier',
		'Vis medier',
		'Opret dokument eller mediefiler',
		'Slet valgte dokumenter',
	]) {
		await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
		await expect(page.getByRole('radio', { name, exact: true })).toHaveCount(0);
	}
	await expect(page.getByRole('checkbox')).toHaveCount(0);
	await editor.openPage('kontakt');
	await page.getByRole('button', { name: 'Vis editorindstillinger' }).click();
	await expect(page.getByRole('menuitem', { name: 'Lav en kopi af siden' })).toBeVisible();
	await expect(page.getByRole('radio', { name: 'Slug' })).toHaveCount(0);
	await expect(page.getByRole('menuitem', { name: /adresse|^Slet/ })).toHaveCount(0);
});

test('mistakes are told line by line, and the first one is led to', async ({ page, baseURL }) => {
	const many = Array.from({ length: 40 }, (_, nth) => `Linje ${nth}.`).join('\n\n');
	const editor = await Editor.signedIn(page, baseURL ?? '', {
		[testPage]: `${head}\nSe www.eksempel.dk nu.\n\n${many}\n\nSe www.politi.dk.\n`,
	});
	await editor.openPage('proeve');
	await editor.putCaretAtEndOf(editor.text.getByText('Linje 39.'));
	await editor.type(' Mere.');
	await expect(editor.text.getByText('www.eksempel.dk')).not.toBeInViewport();
	await editor.saveButton.click();
	const dialog = page.getByRole('alertdialog');
	await expect(dialog.locator('.error')).toHaveText(/^• .+\n• .+$/);
	await dialog.getByRole('button', { name: 'OK' }).click();
	await expect(editor.text.getByText('www.eksempel.dk')).toBeInViewport();
});
