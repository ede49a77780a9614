import { userError } from "../../../user-error.ts";
import { type Arithmetic, arithmetic } from "../arithmetic.ts";
import type { Entity } from "../constant.ts";
import type { Value } from "../value.ts";
import { activateAs } from "./activations.ts";
import { axesOf } from "./axes.ts";
import type { LayerCall } from "./layer-call.ts";

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
	maximum: "Maximum",
	minimum: "Minimum",
};

const ACTIVATIONS = new Set([
	"relu",
	"relu6",
	"sigmoid",
	"tanh",
	"softmax",
	"elu",
	"selu",
	"leaky_relu",
	"gelu",
]);

/** Does nothing to numbers that are float32 already. */
const NOTHING = new Set(["cast", "identity", "stop_gradient"]);

/** A function of TensorFlow or Keras that stands in a model like a layer, by its name ("nn.relu", "math.multiply"). */
export function operator({ builder, entry, call, inputs, keras2 }: LayerCall): Value {
	const full = String(entry.config.function ?? entry.className);
	const name = full.replace(/^.*\./, "").toLowerCase();
	const [x] = inputs;
	const option = (key: string) => call.more[key] ?? entry.config[key];
	if (NOTHING.has(name)) return x;
	if (ACTIVATIONS.has(name)) return activateAs(builder, x, name, keras2);
	const kind = ARITHMETIC[name];
	if (kind) {
		const tensors = [...inputs];
		const [a, b] = call.operands.map((number): Entity | undefined =>
			number === null ? tensors.shift() : { shape: [], values: [number] },
		);
		if (a && b) return arithmetic(builder, kind, a, b, false) as Value;
	}
	switch (name) {
		case "negative":
		case "neg":
			return builder.rescale(x, -1, 0);
		case "reshape": {
			const shape = option("newshape") ?? option("shape");
			if (Array.isArray(shape)) return builder.reshape(x, shape.slice(1));
			break;
		}
		case "mean":
		case "reduce_mean":
		case "max":
		case "reduce_max": {
			const axes = axesOf(option("axis"), x.shape.length).sort((a, b) => a - b);
			if (axes.join() !== "0,1" || x.shape.length !== 3) break;
			const type = name.endsWith("mean") ? "GlobalAveragePooling2D" : "GlobalMaxPooling2D";
			return builder.globalPool(x, "channelsLast", type, option("keepdims") === true);
		}
	}
	throw userError("error.import.operation", { operation: full });
}
