/** In bytes. A line of an e-mail has at most 998 (RFC 5322); the rest is for the markup around a text. */
const widest = 800;

/**
 * Breaks a text that is too wide for an e-mail into lines: at spaces, or within a word that is too wide by itself. Each
 * further line begins with a space, so that no cell of a spreadsheet begins there with a formula.
 */
export function folded(text: string): string {
	if (sizeOf(text) <= widest) return text;
	let size = 0;
	return text
		.split(/(?= )/)
		.flatMap((word) => (sizeOf(word) <= widest ? [word] : [...word]))
		.map((part) => {
			size += sizeOf(part);
			if (size <= widest) return part;
			size = sizeOf(part);
			return `\n ${part.trimStart()}`;
		})
		.join('');
}

/** Size in bytes as HTML, which is at least the size as text. */
function sizeOf(text: string): number {
	const escaped = text.replace(/[&<>"]/g, '&quot;');
	return new TextEncoder().encode(escaped).length;
}
