import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const { imports: aliases } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	imports: Record<string, string>;
};
const files = globSync('{src,netlify}/**/*.{ts,tsx,astro}').map((file) =>
	file.replaceAll('\\', '/'),
);

/** The files of the project that a file imports, types included. */
function importsOf(file: string): string[] {
	const named = readFileSync(file, 'utf8').matchAll(/(?:from|import\(?)\s*'([#.][^']+)'/g);
	return [...named]
		.map(([, name = '']) => {
			const alias = Object.keys(aliases).find((each) => name.startsWith(each.slice(0, -1)));
			if (alias === undefined) return join(dirname(file), name);
			return join((aliases[alias] ?? '').slice(0, -1), name.slice(alias.length - 1));
		})
		.filter((each) => files.includes(each));
}

/** The first way in which a file imports itself, by a walk in depth over all files. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
	const done = new Set<string>();
	const walk = (file: string, path: readonly string[]): string[] => {
		const at = path.indexOf(file);
		if (at >= 0) return [...path.slice(at), file];
		if (done.has(file)) return [];
		for (const next of graph.get(file) ?? []) {
			const circle = walk(next, [...path, file]);
			if (circle.length > 0) return circle;
		}
		done.add(file);
		return [];
	};
	for (const file of graph.keys()) {
		const circle = walk(file, []);
		if (circle.length > 0) return circle;
	}
	return [];
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

test('no file imports itself, whatever way round, types included', () => {
	expect(graph.size).toBeGreaterThan(100);
	expect(graph.get('src/application/form/form-page.tsx')).toContain(
		'src/application/form/field.tsx',
	);
	expect(
		circleIn(
			new Map([
				['a', ['b']],
				['b', ['c']],
				['c', ['b']],
			]),
		),
	).toEqual(['b', 'c', 'b']);
	expect(circleIn(graph)).toEqual([]);
});

test('the editor, which runs in a browser, imports nothing of Node', () => {
	const reached = new Set(['src/editor/main.ts']);
	for (const file of reached) for (const next of graph.get(file) ?? []) reached.add(next);
	expect(reached).toContain('src/content/schema/field.ts');
	expect([...reached].filter((file) => readFileSync(file, 'utf8').includes("'node:"))).toEqual([]);
});
