import { encode } from 'uqr';

export interface QrCode {
	/** Modules along each side, the quiet zone included. */
	size: number;
	/** The dark modules as the `d` of an SVG path, one unit to a module. */
	path: string;
}

/** The light edge that readers need, in modules. */
const quietZone = 4;

/** A code that leads to an address; it is still read with a tenth of it smudged. */
export function qrCode(address: string): QrCode {
	const { size, data } = encode(address, { ecc: 'M', border: quietZone });
	const rows = data.map((row, y) => {
		const line = row.map((dark) => (dark ? '#' : ' ')).join('');
		return [...line.matchAll(/#+/g)]
			.map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
			.join('');
	});
	return { size, path: rows.join('') };
}
