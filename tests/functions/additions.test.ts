import { execFile } from 'node:child_process';
import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readable } from '#application/asking/phone-number.ts';
import { settings, type Settings } from '#content/settings.ts';
import { buildWith } from '../support/changed-project.ts';
import { HtmlPage } from '../support/html-page.ts';

const look = `---
interface Props {
	navn: string;
}
---

<figure class="said"><slot /><figcaption>{Astro.props.navn}</figcaption></figure>
`;
const rule = `Citat: {
		...around,
		label: 'Citat',
		attributes: z.strictObject({ navn: text('line', 'Navn') }),
	},
	`;
const page = 'content/pages/kontakt.mdx';
/** As the editor writes it, with a place between the first two of the menu. */
const newPage = `---
title: Årets møde
intro: Kom til møde.
description: Kom til møde, og hør om tryghed.
menu: Møde
order: 1.5
---

I dag er der møde.
`;

/** With another project lead, and nothing that the law asks for. */
const changed = {
	privacy: Object.fromEntries(
		Object.keys(settings.privacy).map((name) => [name, null]),
	) as Settings['privacy'],
	projectLead: {
		name: 'Åse Østergård',
		title: 'projektchef',
		email: 'aase.ny@eksempel.dk',
		phone: '+4521223344',
	},
};

/** Pages with titles of which YAML makes something else. */
const titles = [
	['tilgaengelighed', 'Tilgængelighed', '2027-01-01'],
	['persondata', 'Privatlivspolitik', '2027-01-01 12:00:00'],
	['kontakt-politiet', 'Hvordan skal man kontakte politiet?', '012'],
] as const;

/** What docs/changing.md says to do: make it, describe it, list it. And a page that is new, and one that is taken away. */
async function addTo(root: string): Promise<void> {
	const change = async (file: string, from: string, to: string) => {
		const text = await readFile(join(root, file), 'utf8');
		expect(text).toContain(from);
		await writeFile(join(root, file), text.replace(from, to));
	};
	await writeFile(join(root, 'src/components/content/Quote.astro'), look);
	await change('src/content/schema/components.ts', 'KortFortalt: {', `${rule}KortFortalt: {`);
	const index = 'src/components/content/index.ts';
	await change(index, 'import ActionLink', `import Quote from './Quote.astro';\nimport ActionLink`);
	await change(index, 'contentComponents = {', 'contentComponents = {\n\tCitat: Quote,');
	await change(
		page,
		'## Sådan',
		'<Citat navn="Bo">\n\nDet er **rart** at hjælpe.\n\n</Citat>\n\n## Sådan',
	);
	const removed = (await readFile(join(root, page), 'utf8')).replace(
		'\n---',
		'\nleadsTo: /kontakt/\n---',
	);
	await writeFile(join(root, 'content/pages/ring-til-os.mdx'), removed);
	await writeFile(join(root, 'content/pages/aarets-moede.mdx'), newPage);
	for (const [file, title, like] of titles) {
		await change(`content/pages/${file}.mdx`, `title: ${title}`, `title: ${like}`);
	}
	await cp('scripts', join(root, 'scripts'), { recursive: true });
}

const checked = (root: string) =>
	promisify(execFile)(process.execPath, ['scripts/content.ts', '--fix'], { cwd: root }).then(
		({ stdout }) => stdout,
		(error: unknown) => (error as { stderr: string }).stderr,
	);

let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
	({ root, remove } = await buildWith({
		edit: addTo,
		settings: changed,
		environment: { CONTEXT: 'production' },
	}));
});
afterAll(() => remove());

const built = async (file: string) => new HtmlPage(await readFile(join(root, file), 'utf8'));

test('a component with a text and an attribute is made, described and listed, and nothing else', async () => {
	const figure = (await built('dist/kontakt/index.html')).one('figure', { class: 'said' });
	expect(figure.visibleText).toMatch(/Det er rart at hjælpe\.\s*Bo/);

	expect(await checked(root)).not.toContain(page);
	const text = await readFile(join(root, page), 'utf8');
	expect(text, 'it is in its one form').toContain('<Citat navn="Bo">\n\nDet er **rart**');
	await writeFile(join(root, page), text.replace(' navn="Bo"', ''));
	expect(await checked(root)).toContain('"Citat: Navn" mangler.');

	const editor = await readFile(join(root, 'build/pages/admin.html'), 'utf8');
	expect(editor).toContain('<template data-component="Citat"');
	expect(editor).toContain('<figcaption>[[navn]]</figcaption>');
});

test('a new page is published, in its place in the menu, and in the sitemap', async () => {
	expect((await built('dist/aarets-moede/index.html')).words).toContain('I dag er der møde.');
	const menu = (await built('dist/index.html')).one('nav', { 'aria-label': 'Hovedmenu' });
	expect(menu.all('a').map(({ attributes }) => attributes.href)[1]).toBe('/aarets-moede/');
	const sitemap = await readFile(join(root, 'dist/sitemap.txt'), 'utf8');
	expect(sitemap).toContain('/aarets-moede/\n');
	expect(sitemap).not.toContain('/ring-til-os/');
});

test('a title is built as it was written, whatever YAML makes of it', async () => {
	for (const [file, , like] of titles) {
		const page = await built(`dist/${file}/index.html`);
		expect(page.one('h1').visibleText.trim()).toBe(like);
	}
});

test('a removed page is gone, and who comes to its address is sent on', async () => {
	await expect(stat(join(root, 'dist/ring-til-os'))).rejects.toThrow();
	const menu = (await built('dist/index.html')).one('nav', { 'aria-label': 'Hovedmenu' });
	expect(menu.all('a', { href: '/ring-til-os/' })).toEqual([]);
	const redirects = await readFile(join(root, 'dist/_redirects'), 'utf8');
	expect(redirects.split('\n')).toContain('/ring-til-os/ /kontakt/ 301!');
});

test('while a fact is missing, the form’s page of the published site says that it is closed, and whom to ask', async () => {
	const page = await built('dist/ansoeg/index.html');
	expect(page.all('form')).toEqual([]);
	expect(page.words).toContain('Her kan du snart ansøge.');
	expect(page.words).toContain(readable(changed.projectLead.phone));
	expect(page.words).toContain(changed.projectLead.email);
});

test('a closed site does not invite: its buttons, menu and leaflet lead to the project lead', async () => {
	const main = await built('dist/index.html');
	const buttons = main.all('a', { class: 'button' }).map(({ attributes }) => attributes.href);
	expect(new Set(buttons)).toEqual(new Set(['/kontakt/']));
	const menu = main.one('nav', { 'aria-label': 'Hovedmenu' });
	expect(menu.all('a', { href: '/ansoeg/' })).toEqual([]);
	expect(menu.all('a', { href: '/kontakt/' })).toHaveLength(1);
	expect((await built('dist/folder/index.html')).words).toMatch(/gå til \S+\/kontakt\//);
	for (const address of ['/', '/folder/', '/hvad-er-en-tryghedsambassadoer/', '/404.html']) {
		const page = await built(join('dist', address.replace(/\/$/, '/index.html')));
		expect(page.all('a', { href: '/ansoeg/' }), address).toEqual([]);
	}
	const privacy = await built('dist/persondata/index.html');
	expect(privacy.words).toContain('Man kan ikke ansøge på webstedet lige nu');
	expect(privacy.words).not.toContain('Mangler:');
});
