import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Editor, giveEditor } from '../support/editor.ts';
import { GitHub, publishedCommit, repository } from '../support/github.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const file = 'content/pages/kontakt.mdx';
const intro = 'Ring eller skriv til os.';
const before = readFileSync(file, 'utf8');
const [, introBefore = ''] = /^intro: (.*)$/m.exec(before) ?? [];

/** Saves a change of a page, up to the question whether it is to be reviewed. */
async function saveChange(editor: Editor): Promise<void> {
	await editor.openPage('kontakt');
	await editor.fill('intro', intro);
	await editor.press('Gem');
	await expect(editor.button('Send til gennemsyn')).toBeVisible();
}

/** Saves a change, and answers the question: the status of the page in the list follows. */
async function savedChange(page: Page, answer: string, status: string) {
	const github = await GitHub.standIn(page);
	const editor = await Editor.atGitHub(page);
	await saveChange(editor);
	await editor.press(answer);
	await expectStatus(page, status);
	return { github, editor };
}

/** The list shows where the change of a page is on its way, and nothing when it is public. */
async function expectStatus(page: Page, status: string): Promise<void> {
	const row = page.getByRole('row').filter({ hasText: '(kontakt)' });
	await expect(row).toHaveText(new RegExp(`\\(kontakt\\)\\s*${status}\\s*$`));
}

test('a save at GitHub makes a branch and a pull request, and never changes main', async ({
	page,
}) => {
	const github = await GitHub.standIn(page);
	const editor = await Editor.atGitHub(page);
	await saveChange(editor);

	expect(github.unknown).toEqual([]);
	expect(github.branches).toEqual(['refs/heads/cms/pages/kontakt']);
	expect(github.commits.map(({ branch }) => branch.branchName)).toEqual(['cms/pages/kontakt']);
	expect(github.pullRequests).toMatchObject([
		{ base: 'main', head: 'cms/pages/kontakt', draft: true },
	]);
	const { additions = [], deletions } = github.commits[0]?.fileChanges ?? {};
	expect(deletions).toEqual([]);
	expect(additions.map(({ path }) => path)).toEqual([file]);
	expect(github.textOf(file)).toBe(before.replace(/^intro: .*$/m, `intro: ${intro}`));
	expect(editor.foreign.filter((url) => !url.startsWith('https://api.github.com/'))).toEqual([]);
	// Sveltia asks for GitHub's status at another address; the policy of /admin/ refuses that.
	expect(editor.complaints.filter((text) => !text.includes('githubstatus.com'))).toEqual([]);
	expect(await page.context().cookies()).toEqual([]);
});

test('a change that is not public is discarded the next day, and the page is as before', async ({
	page,
}) => {
	const { github, editor } = await savedChange(page, 'Senere', 'Kladde');
	await page.reload();
	await editor.task('is it public? Not yet', 0, () => expectStatus(page, 'Kladde'));
	await editor.task('back to yesterday, before it is public', 4, async () => {
		await editor.openPage('kontakt');
		await expect(editor.field('intro')).toHaveValue(intro);
		await editor.press('Vis editorindstillinger');
		editor.steps++;
		await page.getByRole('menuitem', { name: 'Kassér' }).click();
		await editor.press('Kassér');
		await expectStatus(page, '');
	});
	expect(github.pullRequests).toEqual([]);
	expect(github.branches).toEqual([]);
	await editor.openPage('kontakt');
	await expect(editor.field('intro')).toHaveValue(introBefore);
	expect(github.unknown).toEqual([]);
});

test('a change that is public is found in the history, whose newest entry opens it at GitHub', async ({
	page,
}) => {
	const { github, editor } = await savedChange(page, 'Send til gennemsyn', 'Til gennemsyn');
	expect(github.pullRequests).toMatchObject([{ draft: false }]);
	github.publish();
	await page.reload();
	await editor.task('is it public? Yes', 0, () => expectStatus(page, ''));
	await editor.task(
		'back to yesterday, after it is public (3 more steps at GitHub)',
		3,
		async () => {
			await editor.openPage('kontakt');
			await expect(editor.field('intro')).toHaveValue(intro);
			await page.getByRole('radio', { name: 'Historik' }).click();
			const tab = page.context().waitForEvent('page');
			editor.steps += 2;
			await page.getByRole('group', { name: 'Historik' }).getByRole('link').first().click();
			expect((await tab).url()).toBe(`https://github.com/${repository}/commit/${publishedCommit}`);
		},
	);
	expect(github.unknown).toEqual([]);
});

test('an old form does not overwrite what a colleague published', async ({ page }) => {
	const github = await GitHub.standIn(page);
	const editor = await Editor.atGitHub(page);
	await editor.openPage('kontakt');
	await giveEditor(page, ({ files }) => ({
		repository,
		files: { ...files, [file]: `${files[file] ?? ''}\nEn kollegas sætning.\n` },
	}));
	await editor.fill('intro', intro);
	expect(await editor.refusal()).toContain('En anden har ændret det her på webstedet');
	expect(github.commits).toEqual([]);
	await expect(editor.field('intro')).toHaveValue(intro);
});

for (const [name, open, branch] of [
	['of the same page', (editor: Editor) => editor.openPage('kontakt'), 'cms/pages/kontakt'],
	['with the same heading', (editor: Editor) => editor.openNewPage(), 'cms/pages/moede'],
] as const) {
	test(`a save ${name} as a colleague’s new draft joins that draft, and the editor reports a failure`, async ({
		page,
	}) => {
		const github = await GitHub.standIn(page);
		const editor = await Editor.atGitHub(page);
		await open(editor);
		if (name === 'with the same heading') await editor.fill('title', 'Møde');
		await editor.fill('intro', intro);
		await editor.fill('description', intro);
		github.taken.add(branch);
		// A fault of Sveltia's: docs/decisions/0007. The review of the pull request names both authors.
		expect(await editor.refusal()).toContain('Fejl');
		expect(github.commits.map((commit) => commit.branch.branchName)).toEqual([branch]);
		await expect(editor.field('intro')).toHaveValue(intro);
	});
}
