import CMS from '@sveltia/cms';
import type { EditorData } from './editor-data.ts';
import { serialize } from './formats.ts';

/** The folder of Sveltia's `test-repo` backend in the browser's private file system. */
const folder = 'sveltia-cms-test';

/**
 * Starts practice with the files of the build. Each saved file joins the content that later saves are checked with.
 * Under `npm run dev`, the development server saves it too.
 */
export async function startPractice({ files, local }: EditorData): Promise<void> {
	const storage = await navigator.storage.getDirectory();
	// The first visit has no folder.
	await storage.removeEntry(folder, { recursive: true }).catch(() => undefined);
	const root = await storage.getDirectoryHandle(folder, { create: true });
	for (const [path, text] of Object.entries(files)) await write(root, path, text);
	CMS.registerEventListener({
		name: 'postSave',
		handler: async ({ entry }) => {
			const { path, data } = entry.toJS() as { path: string; data: Record<string, unknown> };
			const text = serialize(path, data);
			Object.assign(files, { [path]: text });
			if (!local) return;
			await fetch(`/admin/save?file=${encodeURIComponent(path)}`, { method: 'PUT', body: text });
		},
	});
}

async function write(root: FileSystemDirectoryHandle, path: string, text: string): Promise<void> {
	const names = path.split('/');
	const name = names.pop() ?? '';
	let directory = root;
	for (const each of names) directory = await directory.getDirectoryHandle(each, { create: true });
	const writable = await (await directory.getFileHandle(name, { create: true })).createWritable();
	await writable.write(text);
	await writable.close();
}
