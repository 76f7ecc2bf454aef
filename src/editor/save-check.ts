import CMS, { type CustomFieldControlProps } from '@sveltia/cms';
import { type EditorData, publishedNow } from './editor-data.ts';
import { serialize } from './formats.ts';
import { createClass, h } from './react.ts';
import { checkContent } from '#content/check.ts';
import { type Finding, sentenceOf } from '#content/findings.ts';
import { pagePath, settingsFile } from '#content/source.ts';

interface Entry {
	collection: string;
	/** Empty for a new page. */
	path: string;
	data: Record<string, unknown>;
}

/** The field at the end of each form that lists its mistakes. */
export const checkField = {
	name: 'check',
	label: 'Skal noget rettes?',
	widget: 'tjek',
	required: false,
	preview: false,
};

/** Refuses to save a page or the settings with mistakes. The editor's dialog lists all of them. */
export function registerCheck(given: EditorData): void {
	CMS.registerEventListener({
		name: 'preSave',
		handler: async ({ entry }) => {
			const saved = entry.toJS() as Entry;
			const mistakes = mistakesIn(saved, given);
			if (mistakes.length > 0) refuse(listOf(mistakes));
			if (await isStale(saved, given)) refuse(stale);
		},
	});
	const List = createClass<CustomFieldControlProps, null>({
		render() {
			const { entry, forID } = this.props;
			const mistakes = entry ? mistakesIn(entry.toJS(), given) : [];
			const items = mistakes.length === 0 ? ['Nej.'] : mistakes.map(sentenceOf);
			const list = items.map((item) => h('li', { key: item }, item));
			return h('div', { id: forID, role: 'status' }, h('ul', null, list));
		},
	});
	CMS.registerFieldType(checkField.widget, List);
}

function mistakesIn({ collection, path, data }: Entry, { files, published }: EditorData) {
	const file = collection === 'pages' ? path || pagePath('ny-side') : settingsFile;
	const changed = { ...files, [file]: serialize(file, data) };
	const { mistakes } = checkContent(changed, published);
	return mistakes.filter((mistake) => mistake.file === file);
}

function listOf(mistakes: readonly Finding[]): string {
	const list = mistakes.map((mistake, at) => `${at + 1}. ${sentenceOf(mistake)}`);
	return `Ret dette, og tryk på "Gem" igen: ${list.join(' ')}`;
}

const stale =
	'En anden har ændret det her på webstedet, efter at du åbnede editoren. Kopiér det, du har skrevet, og genindlæs editoren. Ret så igen.';

/** Whether the page was published anew since the editor was opened; Sveltia would overwrite it. */
async function isStale({ path }: Entry, { files, repository, local }: EditorData) {
	if (repository === null || local) return false;
	const now = await publishedNow();
	return now !== undefined && now[path] !== files[path];
}

/** Sveltia's dialog shows the message of the cause. */
function refuse(why: string): never {
	throw new Error('saving_failed', { cause: new Error(why) });
}
