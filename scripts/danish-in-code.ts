import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** The Danish sentences that stand in a file of code, line by line. */
export async function danishIn(file: string): Promise<string[]> {
	const code = await readFile(file, 'utf8');
	return file.endsWith('.astro') ? textOfTemplate(code) : sentencesIn(code);
}

/** What a template says itself: its text, and the attributes that are read aloud or shown. */
function textOfTemplate(code: string): string[] {
	const template = code.replace(/^---[\s\S]*?\n---\n/, '').replace(/\{\/\*[\s\S]*?\*\/\}/g, '');
	const attributes = [
		...template.matchAll(/\b(?:title|intro|description|label|aria-label)="([^"]+)"/g),
	];
	const text = template
		.replace(/\{' '\}/g, ' ')
		.replace(/<\/?(strong|span|a|em)\b[^>]*>/g, '')
		.replace(/=>/g, '')
		.replace(/<[^>]*>/g, '\n\n')
		.replace(/\{[^}]*\}|[{}()]|^.*(\.map|===|&&).*$/gm, '\n\n');
	return [...attributes.map(([, value = '']) => value), ...text.split(/\n\s*\n/)]
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter((line) => /\p{L}{2}/u.test(line));
}

/** The texts in code that read as sentences: more than one word, with a capital or a full stop. */
function sentencesIn(code: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node)) found.push(node.text);
		else if (ts.isTemplateExpression(node)) {
			found.push(
				[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' X '),
			);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true));
	return found
		.flatMap((text) => text.replace(/<style>[\s\S]*<\/style>/, '').split(/<[^>]+>|\n/))
		.map((text) => text.trim())
		.filter((text) => /^”?\p{Lu}.*\p{L}{2}.* .*\p{L}{2}/u.test(text));
}
