/** A line of an e-mail holds at most 998 bytes (RFC 5322). What stands around a text has the rest. */
const widest = 800;

/** A text with line breaks where it would be too wide for an e-mail: in place of spaces, or within a word without any. */
export function folded(text: string): string {
	if (sizeOf(text) <= widest) return text;
	let size = 0;
	return text
		.split(/(?<= )/)
		.flatMap((word) => (sizeOf(word) <= widest ? [word] : [...word]))
		.map((part) => {
			size += sizeOf(part);
			if (size <= widest) return part;
			size = sizeOf(part);
			return `\n${part}`;
		})
		.join('')
		.replaceAll(' \n', '\n');
}

/** In bytes, as text or as HTML, whichever is longer. */
function sizeOf(text: string): number {
	const escaped = text.replace(/[&<>"]/g, '&quot;');
	return new TextEncoder().encode(escaped).length;
}
