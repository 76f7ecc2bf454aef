import { readable } from '#application/asking/phone-number.ts';
import { referenceOf } from '#application/confirming/id.ts';
import { inCells } from '#application/danish-date.ts';
import type { Received } from './writing.ts';

/** An application as a row of a spreadsheet, its cells separated by tabs. */
export function cellsOf({ id, at, application }: Received): string {
	const { name, phone, email, municipality, area, callTime } = application;
	const cells = [inCells(at), referenceOf(id), name, readable(phone), email, municipality, area];
	return [...cells, callTime].map(asText).join('\t');
}

/**
 * Prevents formula injection. A spreadsheet calculates a cell that begins with a sign, and a cell that begins with a
 * quotation mark spans tabs and lines. A ' in front makes each of them text.
 */
function asText(cell: string): string {
	return /^[=+\-@"＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
