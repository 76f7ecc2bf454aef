import { readdirSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test('the editor weighs at most 2.1 MB, its typefaces and symbols included', () => {
	const files = readdirSync('dist/_astro').map((name) => statSync(`dist/_astro/${name}`).size);
	expect(files.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_100_000);
});
