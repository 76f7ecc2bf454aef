/**
 * A whole number as it is written in Danish: `1.500`. Without `Intl`, whose data costs a function seven
 * megabytes and a sixth of its time to start.
 */
export function inDanish(amount: number): string {
	return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}
