import { userError } from "../../../user-error.ts";
import type { Value } from "../graph-builder.ts";
import { activateAs } from "./activations.ts";
import type { LayerCall } from "./layer-call.ts";

type Arithmetic = "Add" | "Subtract" | "Multiply" | "Divide";

/** What `x + y` and its kind are called in the files of all versions. */
const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
	add: "Add",
	addv2: "Add",
	sub: "Subtract",
	subtract: "Subtract",
	mul: "Multiply",
	multiply: "Multiply",
	truediv: "Divide",
	divide: "Divide",
	true_divide: "Divide",
	truedivide: "Divide",
};

const ACTIVATIONS = new Set(["relu", "relu6", "sigmoid", "tanh", "softmax", "elu", "selu", "leaky_relu"]);

/** Does nothing to numbers that are float32 already. */
const NOTHING = new Set(["cast", "identity", "stop_gradient"]);

/** A function of TensorFlow or Keras that stands in a model like a layer, by its name ("nn.relu", "math.multiply"). */
export function operator({ builder, entry, call, inputs, keras2 }: LayerCall): Value {
	const full = String(entry.config.function ?? entry.className);
	const name = full.replace(/^.*\./, "").toLowerCase();
	const [x, y] = inputs;
	if (NOTHING.has(name)) return x;
	if (ACTIVATIONS.has(name)) return activateAs(builder, x, name, keras2);
	const arithmetic = ARITHMETIC[name];
	const constant = call.more.y;
	if (arithmetic && y && arithmetic !== "Divide") return builder.merge(arithmetic, [x, y]);
	if (arithmetic && typeof constant === "number") return withNumber(arithmetic);
	throw userError("error.import.operation", { operation: full });

	function withNumber(kind: Arithmetic): Value {
		const number = constant as number;
		switch (kind) {
			case "Add":
				return builder.rescale(x, 1, number);
			case "Subtract":
				return builder.rescale(x, 1, -number);
			case "Multiply":
				return builder.rescale(x, number, 0);
			case "Divide":
				return builder.rescale(x, 1 / number, 0);
		}
	}
}
