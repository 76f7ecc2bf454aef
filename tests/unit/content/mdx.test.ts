import { expect, test } from 'vitest';
import { readMdx } from '#content/mdx.ts';
import { findingsIn } from '../../support/broken-content.ts';

test('a page is parsed until 20 signs are found that cannot be: each takes another parse', () => {
	const body = 'En { her.\n\n'.repeat(400);
	expect(readMdx(body).unreadable).toHaveLength(20);
	expect(findingsIn(body).mistakes).toHaveLength(20);
});
