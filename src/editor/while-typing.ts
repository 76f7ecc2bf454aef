import CMS from '@sveltia/cms';
import type { HandedOver } from './handed-over.ts';
import { checked } from './saving.ts';
import { fromForm } from './settings-form.ts';
import { Told } from './told.ts';
import { pageNameFrom } from '#content/page-name.ts';
import { pagePath, settingsFile } from '#content/source.ts';
import { putRightInPage, putRightInSettings } from '#content/written.ts';

type Fields = Record<string, unknown>;

/** What the editor knows of the page or the settings that somebody writes; its values change while they write. */
interface Draft {
	collectionName: string;
	originalEntry?: { slug: string };
	currentValues: Record<string, Fields>;
}

/** How long somebody has to rest before they are told, on top of the half second of the editor. */
const pause = 1000;

/** Lists what the check would say, while somebody writes and before they press "Gem"; and after it, what was put right. */
export function tellWhileTyping(given: HandedOver): void {
	const told = new Told();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let putRight: string[] = [];
	const clear = () => {
		clearTimeout(timer);
		told.clear();
	};
	window.addEventListener('site-typed', (event) => {
		const { detail } = event as CustomEvent<Draft>;
		clearTimeout(timer);
		timer = setTimeout(() => {
			const [data = {}] = Object.values(detail.currentValues);
			const { mistakes, text } = checked(fileOf(detail, data), inGroups(data), given);
			// What is told of the first line is missing still, and nobody has come to it yet.
			told.tell(
				mistakes.filter(({ line }) => line > 1),
				text,
			);
		}, pause);
	});
	window.addEventListener('hashchange', ({ newURL }) => {
		// Back on the list, what was put right is still worth reading.
		if (putRight.length === 0 || /\/(entries|new)\b/.test(newURL)) clear();
	});
	CMS.registerEventListener({
		name: 'preSave',
		handler: ({ entry }) => {
			const { path, data } = entry.toJS() as { path: string; data: Fields };
			putRight = path === settingsFile ? putRightInSettings(fromForm(data)) : putRightInPage(data);
		},
	});
	CMS.registerEventListener({
		name: 'postSave',
		handler: () => {
			clear();
			if (putRight.length > 0) told.say('Det blev rettet, da du gemte:', putRight);
		},
	});
}

function fileOf({ collectionName, originalEntry }: Draft, { title }: Fields): string {
	if (collectionName !== 'pages') return settingsFile;
	return pagePath(originalEntry?.slug ?? pageNameFrom(String(title)));
}

/** What the editor keeps side by side, as `projectLead.name`, the way that it is saved. */
function inGroups(fields: Fields): Fields {
	const whole: Fields = {};
	for (const [path, value] of Object.entries(fields)) {
		const [name = '', within] = path.split('.');
		if (within === undefined) whole[name] ??= value;
		else whole[name] = { ...(whole[name] as Fields | undefined), [within]: value };
	}
	return whole;
}
