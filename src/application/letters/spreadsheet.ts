import { readable } from '#application/asking/phone-number.ts';
import { referenceOf } from '#application/confirming/id.ts';
import { inCells } from '#application/danish-date.ts';
import type { Received } from './writing.ts';

/** An application as one line to paste into a row of a spreadsheet, with a tab from cell to cell. */
export function cellsOf({ id, at, application }: Received): string {
	const { name, phone, email, municipality, area, callTime } = application;
	const cells = [inCells(at), referenceOf(id), name, readable(phone), email, municipality, area];
	return [...cells, callTime].map(asText).join('\t');
}

/**
 * A spreadsheet calculates what begins with a sign, and takes what begins with a quotation mark for the beginning of a
 * cell that goes on over lines and tabs. After ' it is text.
 */
function asText(cell: string): string {
	return /^[=+\-@"]/.test(cell) ? `'${cell}` : cell;
}
