/** Binds "ring" to the number that it calls: a line that ends in "ring" makes one look for the number. */
export function callsKeptWhole(text: string): string {
	return text.replace(/\b(ring) (\d{3})\b/gi, '$1\u00a0$2');
}

/**
 * A heading, whose words are long for a phone: they may break behind the ending that joins two words
 * ("trygheds-ambassadør"), where browsers by themselves break in the middle of one ("tryghed-sambassadør").
 */
export function headingSet(text: string): string {
	return callsKeptWhole(text).replace(joined, '$1\u00ad');
}

/** Endings that always take an "s" before another word. */
const joined = /(heds|elses|nings|skabs|doms|ions|itets)(?=\p{Letter}{5})/gu;
