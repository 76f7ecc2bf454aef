import CMS from '@sveltia/cms';
import type { HandedOver } from './handed-over.ts';

/** Where the editor keeps its files when it works without an account, inside the browser. */
const folder = 'sveltia-cms-test';

/** Lays the content out for practice. Each visit begins with the files as they are. */
export async function layOut({ files }: HandedOver): Promise<void> {
	const storage = await navigator.storage.getDirectory();
	// There is none at the first visit.
	await storage.removeEntry(folder, { recursive: true }).catch(() => undefined);
	for (const [path, text] of Object.entries(files)) {
		const file = await handle(path);
		const writable = await file.createWritable();
		await writable.write(text);
		await writable.close();
	}
}

/**
 * What was saved is part of what the next page is checked with. Under `npm run dev` the development server gets
 * it too, and writes the file.
 */
export function takeOverSaved({ files, local }: HandedOver): void {
	CMS.registerEventListener({
		name: 'postSave',
		handler: async ({ entry }) => {
			const { path } = entry.toJS() as { path: string };
			const text = await (await (await handle(path)).getFile()).text();
			Object.assign(files, { [path]: text });
			if (!local) return;
			await fetch(`/admin/save?file=${encodeURIComponent(path)}`, { method: 'PUT', body: text });
		},
	});
}

async function handle(path: string): Promise<FileSystemFileHandle> {
	const names = path.split('/');
	const name = names.pop() ?? '';
	let directory = await navigator.storage.getDirectory();
	for (const each of [folder, ...names]) {
		directory = await directory.getDirectoryHandle(each, { create: true });
	}
	return directory.getFileHandle(name, { create: true });
}
