import { readFileSync } from 'node:fs';
import { Editor } from '../support/editor.ts';
import { GitHub } from '../support/github.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

test('what staff save at GitHub is a branch and a pull request, and never main', async ({
	page,
	baseURL,
}) => {
	const github = await GitHub.standIn(page);
	const editor = await Editor.withChangeAtGitHub(page, baseURL ?? '');
	await expect.poll(() => github.pullRequests).toHaveLength(1);

	expect(github.unknown).toEqual([]);
	expect(github.branches).toEqual(['refs/heads/cms/pages/kontakt']);
	expect(github.commits.map(({ branch }) => branch.branchName)).toEqual(['cms/pages/kontakt']);
	expect(github.pullRequests).toMatchObject([
		{ base: 'main', head: 'cms/pages/kontakt', draft: true },
	]);
	const { additions, deletions } = github.commits[0]?.fileChanges ?? {
		additions: [],
		deletions: [],
	};
	expect(deletions).toEqual([]);
	expect(additions.map(({ path }) => path)).toEqual(['content/pages/kontakt.mdx']);
	const written = Buffer.from(additions[0]?.contents ?? '', 'base64').toString('utf8');
	expect(written.replace('§', '')).toBe(readFileSync('content/pages/kontakt.mdx', 'utf8'));
	expect(editor.foreign.filter((url) => !url.startsWith('https://api.github.com/'))).toEqual([]);
	// The editor would ask another address whether GitHub is well, and its policy does not let it.
	expect(editor.complaints.filter((text) => !text.includes('githubstatus.com'))).toEqual([]);
	expect(await page.context().cookies()).toEqual([]);
});

test('a change that is not public yet can be thrown away, and one is told what stands there then', async ({
	page,
	baseURL,
}) => {
	await GitHub.standIn(page);
	const editor = await Editor.withChangeAtGitHub(page, baseURL ?? '');
	await page.getByRole('button', { name: 'Senere' }).click();
	await expect(page.locator('.content-editor')).toHaveCount(0);
	await expect(page.getByRole('row').getByText('Kladde', { exact: true })).toBeVisible();
	await editor.openPage('kontakt');
	await page.getByRole('button', { name: 'Vis editorindstillinger' }).click();
	await page.getByRole('menuitem', { name: 'Kassér' }).click();
	const question = page.getByRole('alertdialog', { name: 'Kassér rettelsen' });
	await expect(question).toContainText('Så står der igen det, der er på nettet nu.');
	await expect(question.getByRole('button', { name: 'Kassér' })).toBeVisible();
});
