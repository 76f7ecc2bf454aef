import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles } from '#content/source.ts';

/** Every text file under `content/`. */
export function contentFiles(root: string): ContentFiles {
	return Object.fromEntries(
		filesIn(join(root, 'content'))
			.filter((file) => /\.(mdx|md|json)$/.test(file))
			.map((file) => [`content/${file}`, readFileSync(join(root, 'content', file), 'utf8')]),
	);
}

/** The addresses of the files in `public/`. */
export function publishedFiles(root: string): string[] {
	return filesIn(join(root, 'public')).map((file) => `/${file}`);
}

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.map((file) => file.replaceAll('\\', '/'));
}
