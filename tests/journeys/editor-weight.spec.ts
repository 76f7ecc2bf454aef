import { readdirSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test('the editor weighs at most 1.785 MB, half of what it was, its typefaces and symbols included', () => {
	const files = readdirSync('dist/_astro').map((name) => statSync(`dist/_astro/${name}`).size);
	expect(files.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_785_000);
});
