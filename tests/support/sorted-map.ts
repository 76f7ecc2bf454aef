/** Texts under keys, of which those that begin alike are found without looking at all the others. */
export class SortedMap extends Map<string, string> {
	readonly #sorted: string[] = [];

	override set(key: string, text: string): this {
		if (!this.has(key)) this.#sorted.splice(this.#placeOf(key), 0, key);
		return super.set(key, text);
	}

	override delete(key: string): boolean {
		if (super.delete(key)) return this.#sorted.splice(this.#placeOf(key), 1).length === 1;
		return false;
	}

	/** The keys that begin with `prefix`, in order. */
	keysUnder(prefix: string): string[] {
		const first = this.#placeOf(prefix);
		let next = first;
		while (this.#sorted[next]?.startsWith(prefix)) next++;
		return this.#sorted.slice(first, next);
	}

	/** Where a key stands, or would. */
	#placeOf(key: string): number {
		let [from, to] = [0, this.#sorted.length];
		while (from < to) {
			const middle = (from + to) >> 1;
			if ((this.#sorted[middle] ?? '') < key) from = middle + 1;
			else to = middle;
		}
		return from;
	}
}
