import { userError } from "../../user-error.ts";
import { sizeOf } from "../layer-shapes.ts";
import type { GraphBuilder } from "./graph-builder.ts";
import type { Value } from "./value.ts";

const DIGITS = 10;
/** The package's own models also say "not a digit" and "several digits". */
const MOST_ANSWERS = 12;

/**
 * The ten answers among a model's outputs, as a row: the last output that has as many. Models made for looking inside
 * give every layer's values. Throws a UserError where there is none.
 */
export function digitOutput(builder: GraphBuilder, outputs: readonly Value[]): Value {
	const sizes = outputs.map(({ shape }) => sizeOf(shape));
	const at = sizes.findLastIndex((size) => size >= DIGITS && size <= MOST_ANSWERS);
	if (at >= 0) return builder.flatten(outputs[at]);
	const last = outputs.at(-1);
	if (!last) throw userError("error.import.unreadable", { detail: "it has no output" });
	if (last.shape.length > 1) throw userError("error.import.outputShape", { shape: last.shape.join(" × ") });
	throw userError("error.import.classes", { count: sizes[sizes.length - 1] });
}
