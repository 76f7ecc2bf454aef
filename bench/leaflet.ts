import { readFileSync } from 'node:fs';

/** The leaflet's sections, in Markdown: the text that everything here is measured with. */
export const sections: readonly string[] = readFileSync('content/folder.md', 'utf8')
	.replace(/\{\w+\}/g, 'projektlederen')
	.split(/^## \S+ /m)
	.slice(1)
	.map((section) => `## ${section.trim()}`);

/** The same as HTML and nothing else. */
export const html: string = sections
	.flatMap((section) => section.split('\n\n'))
	.map((block) => (block.startsWith('## ') ? `<h2>${block.slice(3)}</h2>` : `<p>${block}</p>`))
	.join('\n');
