import * as v from "valibot";
import { type Draft, fieldsOf } from "../reading/draft.ts";
import { admitted } from "../reading/draft-edit.ts";
import type { Reading } from "../reading/reading.ts";

/** One character of a number, or none. */
const character = v.pipe(
	v.string(),
	v.check((text) => [...text].length <= 1 && admitted(text) === text),
);

const FIELD = v.array(
	v.object({
		text: character,
		read: character,
		index: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
		hidden: v.exactOptional(v.literal(true)),
	}),
);

const DRAFT: v.GenericSchema<unknown, Draft> = v.object({
	blocks: v.array(
		v.variant("kind", [
			v.object({ kind: v.literal("line"), field: FIELD }),
			v.object({ kind: v.literal("table"), rows: v.array(v.array(FIELD)) }),
		]),
	),
});

/** What a person has made of a reading, as it was stored; undefined where that is not of this very reading. */
export function draftFor({ digits }: Pick<Reading, "digits">, left: unknown): Draft | undefined {
	const parsed = v.safeParse(DRAFT, left);
	if (!parsed.success) return;
	const named = fieldsOf(parsed.output).flatMap((field) => field.filter(({ index }) => index !== undefined));
	const isWhole = named.length === digits.length;
	return isWhole && named.every(({ index, read }) => digits[index!]?.digit === read)
		? parsed.output
		: undefined;
}
