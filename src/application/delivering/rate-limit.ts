import type { Clock, Mailer } from './ports.ts';

/** From the beginning of one call to the next, in milliseconds: the provider takes five a second, or only two. */
const fastest = 210;
const slowest = 1100;

/** Leaves time between calls, and more where the provider says that they come too fast. */
export function paced(mailer: Mailer, clock: Clock): Mailer {
	let pause = fastest;
	let next = clock.now();
	return {
		async send(...message) {
			await clock.wait(Math.max(0, next - clock.now()));
			next = clock.now() + pause;
			const sent = await mailer.send(...message);
			if (sent.kind === 'refused' && sent.reason === 'rate') {
				pause = Math.min(slowest, 2.6 * pause);
				next = clock.now() + slowest;
			}
			return sent;
		},
	};
}
