import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles } from '#content/source.ts';

/** Every text file under `content/`. */
export function contentFiles(root: string): ContentFiles {
	return Object.fromEntries(
		pathsIn(root, 'content/**/*.{mdx,md,json}').map((file) => [
			file,
			readFileSync(join(root, file), 'utf8'),
		]),
	);
}

/** The addresses of the files in `public/`. */
export function publishedFiles(root: string): string[] {
	return pathsIn(join(root, 'public'), '**/*.*').map((file) => `/${file}`);
}

function pathsIn(folder: string, pattern: string): string[] {
	return globSync(pattern, { cwd: folder }).map((path) => path.replaceAll('\\', '/'));
}
