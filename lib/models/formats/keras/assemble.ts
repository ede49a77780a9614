import { userError } from "../../../user-error.ts";
import { digitOutput } from "../digit-output.ts";
import { GraphBuilder, type Kernel, type Value } from "../graph-builder.ts";
import { inputOf } from "../input-shape.ts";
import type { ReadNetwork } from "../model-file.ts";
import { callLayer } from "./layer-readers.ts";
import type { LayerEntry, ModelEntry, TensorRef } from "./topology.ts";

/** The weights of the layer at this place of the model, in Keras' order. */
export type WeightsOf = (entry: LayerEntry, at: number) => readonly Kernel[];

/** Puts a model together from its description and its weights. Throws a UserError where they do not fit. */
export function assemble(model: ModelEntry, weightsOf: WeightsOf, keras2: boolean): ReadNetwork {
	const builder = new GraphBuilder();
	const shape = model.inputShape ?? [null, ...firstKernelInput(model, weightsOf)];
	const values = new Map<string, Value>();
	const key = ({ layer, call }: TensorRef) => `${call} ${layer}`;
	let input: Value | undefined;
	const readInput = () => {
		input ??= builder.input(inputOf(shape));
		return input;
	};
	const givenBy = (ref: TensorRef): Value => {
		const value = values.get(key(ref));
		if (!value) throw userError("error.import.unreadable", { detail: `${ref.layer} comes too late` });
		return value;
	};

	/** Calls whose inputs are not all there yet wait: models need not list their layers in order. */
	let waiting = model.layers.flatMap((entry, at) =>
		(entry.calls.length > 0 ? entry.calls : [{ inputs: [], more: {} }]).map((call, n) => ({
			entry,
			at,
			call,
			n,
		})),
	);
	while (waiting.length > 0) {
		const later: typeof waiting = [];
		for (const step of waiting) {
			const { entry, at, call, n } = step;
			if (!call.inputs.every((ref) => values.has(key(ref)))) {
				later.push(step);
				continue;
			}
			const inputs = call.inputs.length > 0 ? call.inputs.map(givenBy) : [readInput()];
			const isInput = entry.className === "InputLayer";
			const value = isInput
				? readInput()
				: callLayer({ builder, entry, call, inputs, weights: weightsOf(entry, at), keras2 });
			values.set(key({ layer: entry.name, call: n }), value);
		}
		if (later.length === waiting.length)
			throw userError("error.import.unreadable", { detail: `${later[0].entry.name} hangs in the air` });
		waiting = later;
	}
	const output = digitOutput(builder, model.outputs.map(givenBy));
	return { inputShape: [null, ...inputOf(shape)], trained: builder.build(model.name, output) };
}

/** Of a model that says nothing of its input: what its first layer with weights takes. */
function firstKernelInput(model: ModelEntry, weightsOf: WeightsOf): number[] {
	for (const [at, entry] of model.layers.entries()) {
		const kernel = weightsOf(entry, at)[0];
		if (!kernel) continue;
		return kernel.shape.length === 4 ? [28, 28, kernel.shape[2]] : [kernel.shape[0]];
	}
	throw userError("error.import.unreadable", { detail: "its input is not described" });
}
