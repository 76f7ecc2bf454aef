import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	scripts: Record<string, string>;
};

/** The commands that a guide names; the README also lists some of one kind as `npm run one` · `two`. */
const commandsIn = (file: string) =>
	[...readFileSync(file, 'utf8').matchAll(/(?:npm run (?:--silent )?|` · `)([a-z][\w:-]*)/g)].map(
		([, name = '']) => name,
	);

test.each(globSync(['*.md', 'docs/**/*.md', 'content/README.md', 'bench/*.md', '.env.example']))(
	'each command that %s names is there',
	(file) => {
		expect(Object.keys(scripts)).toEqual(expect.arrayContaining(commandsIn(file)));
	},
);
