// The editor at /admin/: Sveltia CMS with our forms, components, looks and checks.
import './in-danish.ts';
import CMS from '@sveltia/cms';
import './editor.css';
import { registerComponents } from './components.ts';
import { editorConfig } from './config.ts';
import { explainConnection } from './connection.ts';
import { handedOver } from './handed-over.ts';
import { offerPages } from './link-dialog.ts';
import { leadToMistake } from './mistakes.ts';
import { layOut, takeOverSaved } from './practice.ts';
import { registerPreview } from './preview.ts';
import { offerWidths } from './preview-width.ts';
import { followSaved } from './saved-list.ts';
import { registerCheck, registerFormats } from './saving.ts';
import { offerTable } from './table.ts';
import { tellWhileTyping } from './while-typing.ts';
import { guardUnsaved } from './unsaved.ts';

const given = handedOver();

explainConnection();
guardUnsaved();
registerFormats(given);
registerCheck(given);
registerComponents();
offerTable();
registerPreview();
offerWidths();
offerPages(given.files);
leadToMistake();
tellWhileTyping(given);
followSaved(given);
if (given.repository === null || given.local) {
	await layOut(given);
	takeOverSaved(given);
}
// The editor forbids enlarging, which some need in order to read.
new MutationObserver(() => {
	for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=viewport]')) {
		if (meta.content.includes('maximum-scale'))
			meta.content = 'width=device-width, initial-scale=1';
	}
}).observe(document.head, { attributes: true, childList: true, subtree: true });

await CMS.init({
	config: editorConfig({ ...given, repository: given.local ? null : given.repository }),
});
