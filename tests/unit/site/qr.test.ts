import { expect, test } from 'vitest';
import { qrCode } from '#site/qr.ts';

/** The dark modules of a code, read back from its path. */
function modulesOf({ size, path }: { size: number; path: string }): boolean[][] {
	const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
	}
	return modules;
}

test('a code has three finders and a light edge of four modules', () => {
	const code = qrCode('https://eksempel.dk/ansoeg/');
	const modules = modulesOf(code);
	const last = code.size - 4;
	const finder = (x: number, y: number) =>
		[0, 1, 2, 3, 4, 5, 6].every((at) => modules[y]?.[x + at] && modules[y + at]?.[x]);
	expect([finder(4, 4), finder(last - 7, 4), finder(4, last - 7)]).toEqual([true, true, true]);
	const edge = modules.flatMap((row, y) =>
		row.filter((_, x) => Math.min(x, y, code.size - 1 - x, code.size - 1 - y) < 4),
	);
	expect(edge).not.toContain(true);
});

test('different addresses have different codes', () => {
	expect(qrCode('https://eksempel.dk/a').path).not.toBe(qrCode('https://eksempel.dk/b').path);
});
