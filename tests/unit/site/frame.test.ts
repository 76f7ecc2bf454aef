import { expect, test } from 'vitest';
import { placeholders } from '#site/frame.ts';
import { findingsIn, head } from '../../support/broken-content.ts';

for (const [name, sign] of Object.entries(placeholders)) {
	test(`no page may hold the placeholder of the ${name}, which would split the frame there`, () => {
		const places = [head.replace('En side', `Om ${sign}`), `En ${sign}.`];
		for (const page of places) expect(findingsIn(page).mistakes).not.toEqual([]);
	});
}
