import { encode } from 'uqr';

interface QrCode {
	/** Modules along each side, the quiet zone included. */
	size: number;
	/** The dark modules as the `d` of an SVG path, one unit to a module. */
	path: string;
}

/** Width in modules of the light edge that scanners need. */
const quietZone = 4;

/** A QR code of an address, which can be scanned with a tenth of it smudged (error correction M). */
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
