import type { Tell } from '#content/report.ts';

/**
 * Tells what keeps a file from being JSON, if anything does. Looks at each line by itself, so that all
 * mistakes are told at once; a reader of JSON ends at the first.
 */
export function tellUnreadable(text: string, tell: Tell): boolean {
	if (isJson(text)) return false;
	const lines = text
		.split('\n')
		.map((line, index) => ({ line: index + 1, words: line.trim() }))
		.filter(({ words }) => words !== '');
	let isTold = false;
	for (const [index, { line, words }] of lines.entries()) {
		const next = lines[index + 1]?.words ?? '';
		const bare = words.replace(/,$/, '').trimEnd();
		const needsComma = !/[{[]$/.test(bare) && /^[^}\]]/.test(next);
		const [what, mend] = !isReadable(bare)
			? [
					'Linjen kan ikke læses.',
					'Skriv den som "name": "Navn" med lige anførselstegn, eller som "name": null. Brug ikke " eller \\ inde i teksten.',
				]
			: needsComma && words === bare
				? ['Der mangler et komma.', 'Skriv et komma sidst på linjen.']
				: !needsComma && words !== bare
					? ['Der er et komma for meget.', 'Slet kommaet sidst på linjen.']
					: [];
		if (what === undefined || mend === undefined) continue;
		tell(line, what, mend);
		isTold = true;
	}
	if (isTold) return true;
	tell(
		lines.at(-1)?.line ?? 1,
		'Filen kan ikke læses.',
		'Hver { skal have en }, og hver [ skal have en ]. Er du i tvivl, så hent den tidligere udgave af filen tilbage.',
	);
	return true;
}

/** Whether a line of the file is in order, as one of a group or of a list. */
function isReadable(line: string): boolean {
	if (/^[}\]]$/.test(line)) return true;
	const closed = line.replace(/\{$/, '{}').replace(/\[$/, '[]');
	return isJson(`{${closed}}`) || isJson(`[${closed}]`);
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
