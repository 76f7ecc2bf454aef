import { expect, test } from 'vitest';
import { editLink } from '#site/edit-link.ts';

const repository = 'ejer/projekt';
const editor = '/admin/#/collections/pages/entries/kontakt';
const github = 'https://github.com/ejer/projekt/edit/main/content/pages/kontakt.mdx';

const table = [
	['the editor', { link: 'editor', repository }, false, editor],
	['GitHub', { link: 'github', repository }, false, github],
	['nothing', { link: null, repository }, false, undefined],
	['the editor without a project', { link: 'editor', repository: null }, false, undefined],
	['GitHub without a project', { link: 'github', repository: null }, false, undefined],
	['the editor on this machine', { link: 'editor', repository: null }, true, editor],
	['nothing on this machine', { link: null, repository: null }, true, undefined],
] as const;
for (const [what, editing, isLocal, address] of table) {
	test(`"Ret denne side" with ${what} leads to ${address ?? 'nothing'}`, () => {
		expect(editLink(editing, 'kontakt', isLocal)).toBe(address);
	});
}
