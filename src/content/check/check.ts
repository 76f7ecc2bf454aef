import { checkBody } from '#content/check/body.ts';
import { checkContacts, type Contacts } from '#content/check/contacts.ts';
import { checkFrontmatter, type PageLines } from '#content/check/frontmatter.ts';
import { checkLinks, checkOwnFragments, fragmentsOf } from '#content/check/links.ts';
import { checkSettings } from '#content/check/settings.ts';
import { addressOf } from '#content/navigation.ts';
import { noticesOf, type ReadPage } from '#content/notices.ts';
import type { Mistake, Report, Tell } from '#content/report.ts';
import {
	type ContentFiles,
	leafletFile,
	pageFile,
	pageSource,
	plainText,
	settingsFile,
} from '#content/source.ts';
import { paths } from '#site/paths.ts';

/** Addresses that have no file in `content/pages`. */
const otherAddresses = [paths.was, paths.leaflet];
/** Names that a page cannot have: the editor's, and the one that leads to the accessibility statement. */
const reserved = ['admin', paths.was.slice(1)];
/** Pages that code links to or fills in. */
const requiredPages = [
	'forside',
	'404',
	'ansoeg',
	'folder',
	'hvad-er-en-tryghedsambassadoer',
	'kontakt',
	'kontakt-politiet',
	'persondata',
	'tilgaengelighed',
];

/**
 * Reads all content and says what is wrong with it, all at once.
 *
 * @param files every file under `content/`
 * @param published the addresses of the files in `public/`
 * @param knows whether a word is in the dictionary; without one, words are not looked at
 */
export function checkContent(
	files: ContentFiles,
	published: readonly string[],
	knows?: (word: string) => boolean,
): Report {
	const mistakes: Mistake[] = [];
	const tellIn =
		(file: string): Tell =>
		(line, what, mend) => {
			const isTold = mistakes.some(
				(told) => told.file === file && told.line === line && told.what === what,
			);
			if (!isTold) mistakes.push({ file, line, what, mend });
		};

	const settings = files[settingsFile];
	if (settings === undefined)
		tellIn(settingsFile)(1, 'Filen med indstillinger mangler.', 'Hent den tilbage.');
	else checkSettings(plainText(settings), tellIn(settingsFile));

	for (const [file, text] of Object.entries(files)) checkLetters(plainText(text), tellIn(file));
	const pages = Object.keys(files).flatMap((file) => {
		const id = pageFile.exec(file)?.[1];
		if (id === undefined && file.startsWith('content/pages/')) {
			tellIn(file)(
				1,
				'Filen bliver ikke til en side.',
				'Lad dens navn ende på .mdx, og læg den lige under content/pages, eller slet den.',
			);
		}
		return id === undefined ? [] : [readPage(file, id, plainText(files[file] ?? ''), tellIn(file))];
	});
	const places = {
		pages: new Map([
			...otherAddresses.map((address) => [address, new Set<string>()] as const),
			...pages.map(({ id, body }) => [addressOf({ id }), fragmentsOf(body)] as const),
		]),
		files: new Set(published),
	};
	const contacts = contactsOf(settings);
	for (const { file, text, body, before } of pages) {
		const tell = tellIn(file);
		const tellInBody: Tell = (line, what, mend) => tell(line + before, what, mend);
		checkLinks(body, places, tellInBody);
		checkOwnFragments(body, tellInBody);
		if (contacts) checkContacts(text, body, before, contacts, tell);
	}
	for (const id of requiredPages) {
		const file = `content/pages/${id}.mdx`;
		if (!(file in files))
			tellIn(file)(1, 'Siden mangler, og andre sider fører til den.', 'Hent filen tilbage.');
	}
	checkPlacesInMenu(pages, tellIn);

	const leaflet = files[leafletFile];
	return {
		mistakes: mistakes.toSorted(inOrder),
		notices: pages.flatMap((page) => noticesOf(page, { leaflet, knows })),
	};
}

/** Letters that were lost when a file was saved, and those that come along from other programs, unseen. */
function checkLetters(text: string, tell: Tell): void {
	for (const [index, line] of text.split('\n').entries()) {
		if (/[\uFFFD\0]/.test(line)) {
			tell(
				index + 1,
				'Nogle bogstaver kan ikke læses.',
				'Gem filen igen med tegnsættet UTF-8, og skriv bogstaverne på ny.',
			);
		} else if (/[\p{Cc}\p{Zl}\p{Zp}\u200B\u2060\uFEFF]/u.test(line.replaceAll('\t', ''))) {
			tell(
				index + 1,
				'Der står et usynligt tegn, som er fulgt med fra et andet program.',
				'Slet linjen, og skriv den igen.',
			);
		}
	}
}

function readPage(file: string, id: string, text: string, tell: Tell): ReadPage {
	if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(id)) {
		tell(
			1,
			`Filnavnet "${id}.mdx" kan ikke være en adresse.`,
			'Brug kun små bogstaver fra a til z, tal og bindestreg. Skriv ae, oe og aa i stedet for æ, ø og å.',
		);
	}
	if (reserved.includes(id)) {
		tell(1, `"${id}" er adressen på noget andet.`, 'Giv filen et andet navn.');
	}
	const { frontmatter, body, before } = pageSource(text);
	let lines: PageLines = {};
	if (frontmatter === undefined) {
		tell(
			1,
			'Siden mangler linjerne øverst.',
			'Skriv --- på første linje, derefter "title", "intro" og "description" og til sidst --- igen.',
		);
	} else {
		lines = checkFrontmatter(frontmatter, tell);
	}
	// Of a page without them, the --- that are there are no mistake of their own.
	const read = frontmatter === undefined ? body.replace(/^-{3,}[ \t]*$/gm, '') : body;
	const tree = checkBody(read, (line, what, mend) => tell(line + before, what, mend));
	return { file, id, text, lines, body: tree, before };
}

function checkPlacesInMenu(pages: readonly ReadPage[], tellIn: (file: string) => Tell): void {
	const taken = new Map<number, string>();
	for (const { file, id, lines } of pages) {
		if (typeof lines.order !== 'number') continue;
		const other = taken.get(lines.order);
		if (other === undefined) taken.set(lines.order, id);
		else
			tellIn(file)(
				1,
				`Siden har samme plads i menuen som "${other}": ${lines.order}.`,
				'Giv en af dem et andet tal i "order".',
			);
	}
}

/** What a page must not repeat; nothing while the settings cannot be read. */
function contactsOf(settings: string | undefined): Contacts | undefined {
	try {
		const { projectLead, emergency, service } = JSON.parse(plainText(settings ?? '')) as {
			projectLead: { email: string; phone: string };
			emergency: { number: string };
			service: { number: string };
		};
		const { email, phone } = projectLead;
		if (email.length < 3 || phone.length < 8) return undefined;
		return { email, phone, short: [emergency.number, service.number].map(String) };
	} catch {
		return undefined;
	}
}

function inOrder(one: Mistake, other: Mistake): number {
	return one.file.localeCompare(other.file) || one.line - other.line;
}
