import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
	link?: boolean;
	inBundle?: boolean;
	integrity?: string;
	resolved?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, Entry>;
};
const fetched = Object.entries(packages).filter(
	([path, { link, inBundle }]) => path !== '' && !link && !inBundle,
);

test('every package is fetched from npm, and known by its digest (node scripts/lockfile.mjs)', () => {
	expect(fetched.length).toBeGreaterThan(500);
	const bad = fetched.filter(
		([, { integrity, resolved = 'https://registry.npmjs.org/' }]) =>
			!integrity?.startsWith('sha512-') || !resolved.startsWith('https://registry.npmjs.org/'),
	);
	expect(bad.map(([path]) => path)).toEqual([]);
});
