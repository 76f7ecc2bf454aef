import { expect, test } from 'vitest';
import { progressOf, type Saved, withSaved } from '../../../src/editor/saved.ts';

const path = 'content/pages/kontakt.mdx';
const saved: Saved = { path, text: 'ny', before: 'gammel', at: 0 };

test.each([
	['waits while the site has the old text', 'gammel', 'waiting'],
	['is out once the site has what was saved', 'ny', 'out'],
	['has become another one when the site has neither', 'anden', 'otherwise'],
] as const)('a change %s', (_, published, progress) => {
	expect(progressOf(saved, { [path]: published })).toBe(progress);
});

test('a new page waits until the site has it', () => {
	const page: Saved = { ...saved, before: undefined };
	expect(progressOf(page, {})).toBe('waiting');
	expect(progressOf(page, { [path]: 'ny' })).toBe('out');
});

test('a page saved again before it is out still waits, and once only', () => {
	const list = withSaved([saved], { path, text: 'nyere', at: 1 }, { [path]: 'gammel' });
	expect(list).toEqual([{ path, text: 'nyere', before: 'gammel', at: 1 }]);
});

test('a page saved again after it was out waits anew', () => {
	const [again] = withSaved([saved], { path, text: 'nyere', at: 1 }, { [path]: 'ny' });
	expect(again?.before).toBe('ny');
});
