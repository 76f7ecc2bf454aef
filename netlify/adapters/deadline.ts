/** Work that was not done in time. It may still be done later. */
export class TimedOut extends Error {
	override name = 'TimedOut';
}

/** The outcome of the work, or {@link TimedOut} after so many milliseconds. */
export async function inTime<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		reject(new TimedOut(`not done in ${milliseconds} ms`));
	}, milliseconds);
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
}
