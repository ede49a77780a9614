import { userError } from "../../../user-error.ts";
import { digitOutput } from "../digit-output.ts";
import { GraphBuilder } from "../graph-builder.ts";
import { inputOf } from "../input-shape.ts";
import type { ReadNetwork } from "../model-file.ts";
import type { Kernel, Value } from "../value.ts";
import { callLayer } from "./layer-readers.ts";
import { type Call, type LayerEntry, type ModelEntry, NO_CALL, type TensorRef } from "./topology.ts";

/** A layer's weights in Keras' order. */
export type WeightsOf = (entry: LayerEntry) => readonly Kernel[];

interface Assembly {
	readonly builder: GraphBuilder;
	readonly weightsOf: WeightsOf;
	readonly keras2: boolean;
}

/** Puts a model together from its description and its weights. Throws a UserError where they do not fit. */
export function assemble(model: ModelEntry, weightsOf: WeightsOf, keras2: boolean): ReadNetwork {
	const builder = new GraphBuilder();
	const shape = model.inputShape ?? [null, ...firstKernelInput(model, weightsOf)];
	if (model.inputs.length > 1) throw userError("error.import.inputs", { count: model.inputs.length });
	const outputs = run({ builder, weightsOf, keras2 }, model, [builder.input(inputOf(shape))]);
	const output = digitOutput(builder, outputs);
	return { inputShape: [null, ...inputOf(shape)], trained: builder.build(model.name, output) };
}

/** What a model gives for these inputs. */
function run(assembly: Assembly, model: ModelEntry, inputs: readonly Value[]): Value[] {
	const values = new Map<string, Value>();
	const key = ({ layer, call }: TensorRef) => `${call} ${layer}`;
	const givenBy = (ref: TensorRef): Value => {
		const value = values.get(key(ref));
		if (!value) throw userError("error.import.unreadable", { detail: `${ref.layer} comes too late` });
		return value;
	};
	const given = (at: number): Value => {
		const input = inputs[Math.max(0, at)];
		if (!input) throw userError("error.import.unreadable", { detail: `${model.name} lacks an input` });
		return input;
	};

	/** Calls whose inputs are not all there yet wait: models need not list their layers in order. */
	let waiting = model.layers.flatMap((entry) =>
		(entry.calls.length > 0 ? entry.calls : [NO_CALL]).map((call, n) => ({
			entry,
			call,
			n,
		})),
	);
	while (waiting.length > 0) {
		const later: typeof waiting = [];
		for (const step of waiting) {
			const { entry, call, n } = step;
			if (!call.inputs.every((ref) => values.has(key(ref)))) {
				later.push(step);
				continue;
			}
			const isInput = entry.className === "InputLayer";
			const from =
				call.inputs.length > 0 ? call.inputs.map(givenBy) : [given(model.inputs.indexOf(entry.name))];
			values.set(
				key({ layer: entry.name, call: n }),
				isInput ? from[0] : layerOutput(assembly, entry, call, from),
			);
		}
		if (later.length === waiting.length)
			throw userError("error.import.unreadable", { detail: `${later[0].entry.name} hangs in the air` });
		waiting = later;
	}
	return model.outputs.map(givenBy);
}

function layerOutput(assembly: Assembly, entry: LayerEntry, call: Call, inputs: readonly Value[]): Value {
	if (!entry.model)
		return callLayer({ ...assembly, entry, call, inputs, weights: assembly.weightsOf(entry) });
	const outputs = run(assembly, entry.model, inputs);
	return outputs[outputs.length - 1];
}

/** Of a model that says nothing of its input: what its first layer with weights takes. */
function firstKernelInput(model: ModelEntry, weightsOf: WeightsOf): number[] {
	for (const entry of layersOf(model)) {
		const kernel = weightsOf(entry)[0];
		if (!kernel) continue;
		return kernel.shape.length === 4 ? [28, 28, kernel.shape[2]] : [kernel.shape[0]];
	}
	throw userError("error.import.unreadable", { detail: "its input is not described" });
}

/** Those of models within it too. */
export const layersOf = (model: ModelEntry): LayerEntry[] =>
	model.layers.flatMap((entry) => (entry.model ? layersOf(entry.model) : [entry]));
