import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/**
 * How many points of two pictures a person could tell apart. A curve is drawn a shade darker or lighter at its
 * edge when it lies elsewhere on the screen, which is no difference.
 */
export async function differingPoints(one: Buffer, other: Buffer): Promise<number> {
	const [first, second] = await Promise.all([one, other].map(points));
	if (!first || !second) throw new Error('There are two pictures.');
	const { width, height } = first.info;
	if (width !== second.info.width || height !== second.info.height) return Infinity;
	return pixelmatch(first.data, second.data, null, width, height);
}

function points(picture: Buffer) {
	return sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
