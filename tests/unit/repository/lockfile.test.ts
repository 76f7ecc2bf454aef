import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
	link?: boolean;
	inBundle?: boolean;
	integrity?: string;
	resolved?: string;
}

test.each([
	['', 500],
	['tools/', 200],
])(
	'every package that %spackage-lock.json names is fetched from npm, and known by its digest (rm -r node_modules package-lock.json; npm install)',
	(folder, least) => {
		const { packages } = JSON.parse(readFileSync(`${folder}package-lock.json`, 'utf8')) as {
			packages: Record<string, Entry>;
		};
		const fetched = Object.entries(packages).filter(
			([path, { link, inBundle }]) => path !== '' && !link && !inBundle,
		);
		expect(fetched.length).toBeGreaterThan(least);
		const bad = fetched.filter(
			([, { integrity, resolved = 'https://registry.npmjs.org/' }]) =>
				!integrity?.startsWith('sha512-') || !resolved.startsWith('https://registry.npmjs.org/'),
		);
		expect(bad.map(([path]) => path)).toEqual([]);
	},
);
