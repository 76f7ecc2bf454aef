/**
 * What the editor hands to its events and its preview: entries to read and not to change. Sveltia makes them with
 * Immutable, of which these names are all that is reached here.
 */
class PlainEntry {
	readonly #value: unknown;

	constructor(value: unknown) {
		this.#value = value;
	}

	toJS(): unknown {
		return this.#value;
	}

	getIn(path: readonly string[]): unknown {
		return path.reduce<unknown>(
			(value, name) => (value as Record<string, unknown> | undefined)?.[name],
			this.#value,
		);
	}
}

export const fromJS = (value: unknown) => new PlainEntry(value);
export const Map = fromJS;
export const isMap = (value: unknown) => value instanceof PlainEntry;
