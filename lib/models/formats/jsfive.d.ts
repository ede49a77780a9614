/** The parts of jsfive that are used; it has no types of its own. */
declare module "jsfive" {
	export interface Dataset {
		readonly shape: number[];
		/** As NumPy writes it, "<f4"; a list for what is no plain number. */
		readonly dtype: unknown;
		readonly attrs: Readonly<Record<string, unknown>>;
		readonly value: ArrayLike<number>;
	}

	export class Group {
		readonly attrs: Readonly<Record<string, unknown>>;
		readonly keys: string[];
		get(path: string): Group | Dataset | null;
	}

	/** What undoes a filter of chunks, by the filter's number. */
	export const Filters: Map<
		number,
		(chunk: ArrayBuffer, itemSize: number, options: readonly number[]) => ArrayBuffer
	>;

	export class File extends Group {
		constructor(bytes: ArrayBuffer, name: string);
	}
}
