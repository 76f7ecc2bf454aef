import { readable } from '#application/asking/phone-number.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { inCells } from '#application/received.ts';
import type { Received } from './writing.ts';

/** An application as one line to paste into a row of a spreadsheet, with a tab from cell to cell. */
export function cellsOf({ id, at, application }: Received): string {
	const { name, phone, email, municipality, area, callTime } = application;
	const cells = [inCells(at), referenceOf(id), name, readable(phone), email, municipality, area];
	return [...cells, callTime].map(asText).join('\t');
}

/** A spreadsheet reckons with what begins so, and would run what somebody wrote; after ' it is text. */
function asText(cell: string): string {
	return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
