import { userError } from "../../../user-error.ts";
import { ACTIVATIONS, type Activation } from "../../activations.ts";
import type { GraphBuilder } from "../graph-builder.ts";
import type { Value } from "../value.ts";
import { isObject } from "./topology.ts";

const OTHER_NAMES: Readonly<Record<string, Activation>> = {
	silu: "swish",
	hard_silu: "hard_swish",
	hardsigmoid: "hard_sigmoid",
	logsoftmax: "log_softmax",
	exp: "exponential",
};

const isActivation = (name: string): name is Activation => ACTIVATIONS.includes(name as Activation);

/**
 * Puts an activation behind a layer: a name, the name as an object, or a layer as an object.
 *
 * @param keras2 whether the hard sigmoid is Keras 2's, 0.2 x + 0.5, and not x / 6 + 0.5
 */
export function activateAs(builder: GraphBuilder, value: Value, activation: unknown, keras2: boolean): Value {
	if (activation === undefined || activation === null) return value;
	if (isObject(activation)) {
		if (activation.class_name === "function" || typeof activation.config === "string")
			return activateAs(builder, value, activation.config, keras2);
		const config = isObject(activation.config) ? activation.config : {};
		return activationLayer(builder, value, String(activation.class_name), config, keras2);
	}
	// A function of another module, such as "keras.activations>relu", has its name last.
	const name = String(activation)
		.replace(/^.*[>.]/, "")
		.replace(/([a-z])([A-Z])/g, "$1_$2")
		.toLowerCase();
	if (name === "leaky_relu") return builder.leaky(value, "LeakyReLU", 0.2);
	const known = OTHER_NAMES[name] ?? name;
	if (!isActivation(known)) throw userError("error.import.layer", { layer: String(activation) });
	const scaled = known === "hard_sigmoid" && keras2 ? builder.rescale(value, 1.2, 0) : value;
	return builder.activation(scaled, known);
}

/** An activation that is a layer of its own, PReLU apart, which has weights. */
export function activationLayer(
	builder: GraphBuilder,
	value: Value,
	className: string,
	config: Readonly<Record<string, unknown>>,
	keras2: boolean,
): Value {
	const number = (name: string, usual: number) =>
		typeof config[name] === "number" ? (config[name] as number) : usual;
	switch (className) {
		case "Activation":
			return activateAs(builder, value, config.activation, keras2);
		case "ReLU":
			return rectify(builder, value, {
				most: config.max_value as number | null | undefined,
				slope: number("negative_slope", 0),
				threshold: number("threshold", 0),
			});
		case "LeakyReLU":
			return builder.leaky(value, "LeakyReLU", number("negative_slope", number("alpha", 0.3)));
		case "ELU":
			return builder.leaky(value, "ELU", number("alpha", 1));
		case "Softmax":
			return softmax(builder, value, config.axis);
		default:
			throw userError("error.import.layer", { layer: className });
	}
}

interface Rectifier {
	readonly most?: number | null;
	readonly slope: number;
	readonly threshold: number;
}

function rectify(builder: GraphBuilder, value: Value, { most, slope, threshold }: Rectifier): Value {
	const option = (name: string) => userError("error.import.option", { layer: "ReLU", option: name });
	if (threshold !== 0) throw option(`threshold ${threshold}`);
	if (most === undefined || most === null)
		return slope === 0 ? builder.activation(value, "relu") : builder.leaky(value, "LeakyReLU", slope);
	if (slope !== 0 || !(most > 0)) throw option(`max_value ${most}`);
	if (most === 6) return builder.activation(value, "relu6");
	// min(max(x, 0), m) = m / 6 relu6(6 x / m)
	const sixth = builder.activation(builder.rescale(value, 6 / most, 0), "relu6");
	return builder.rescale(sixth, most / 6, 0);
}

function softmax(builder: GraphBuilder, value: Value, axis: unknown): Value {
	const [only] = Array.isArray(axis) && axis.length === 1 ? axis : [axis ?? -1];
	if (only !== -1 && only !== value.shape.length)
		throw userError("error.import.option", { layer: "Softmax", option: `axis ${String(axis)}` });
	return builder.activation(value, "softmax");
}
