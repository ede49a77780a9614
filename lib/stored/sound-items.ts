import * as v from "valibot";

/** JSON has no other numbers, but what is read may be of any origin. */
export const number = v.pipe(v.number(), v.finite());

/** The last moment that a Date can name, milliseconds since 1970 (ECMA-262, "Time Values"). */
const END_OF_TIME = 8.64e15;

/** Milliseconds since 1970. */
export const moment = v.pipe(v.number(), v.minValue(-END_OF_TIME), v.maxValue(END_OF_TIME));

/** Reads a value by its schema; `fallback` stands for one that does not fit. */
export function soundOr<T>(schema: v.GenericSchema<unknown, T>, fallback: T): (left: unknown) => T {
	return (left) => {
		const parsed = v.safeParse(schema, left);
		return parsed.success ? parsed.output : fallback;
	};
}

/** Reads those items of a list that fit their schema; of anything else than a list, none. */
export function soundItems<T>(schema: v.GenericSchema<unknown, T>): (left: unknown) => T[] {
	return (left) => {
		if (!Array.isArray(left)) return [];
		return left.flatMap((item) => {
			const parsed = v.safeParse(schema, item);
			return parsed.success ? [parsed.output] : [];
		});
	};
}

/** One item an id, the first: pages tell them apart by it. */
export function withoutTwins<T extends { readonly id: string }>(items: readonly T[]): T[] {
	const ids = new Set<string>();
	return items.filter(({ id }) => !ids.has(id) && ids.add(id));
}
