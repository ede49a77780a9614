import { userError } from "../../../user-error.ts";
import type { Entity } from "../constant.ts";
import { isConstant } from "../constant.ts";
import { digitOutput } from "../digit-output.ts";
import { GraphBuilder } from "../graph-builder.ts";
import { inputOf } from "../input-shape.ts";
import { LIMITS } from "../limits.ts";
import { baseName, type ReadModel } from "../model-file.ts";
import type { Beside } from "../tfjs/manifest.ts";
import { type ModelMessage, type NodeMessage, readModelMessage } from "./messages.ts";
import { operate } from "./operators.ts";
import { constantOf } from "./tensors.ts";

/** The names of the files beside an ONNX model that hold its weights. */
export function externalNames(bytes: Uint8Array): string[] {
	const { initializers } = readModelMessage(bytes).graph;
	return [
		...new Set(initializers.flatMap(({ external }) => (external ? [baseName(external.location)] : []))),
	];
}

/** Reads an ONNX model; weights may lie in files beside it. */
export function readOnnx(bytes: Uint8Array, beside: Beside): ReadModel {
	const model = readModelMessage(bytes);
	const own = model.metadata.get("digit-lens");
	const network = readGraph(model, beside);
	return { format: "ONNX", networks: [network], guessed: false, ...(own !== undefined && { own }) };
}

function readGraph({ graph, opset }: ModelMessage, beside: Beside) {
	if (graph.nodes.length > LIMITS.layers * 10)
		throw userError("error.import.layers", { most: LIMITS.layers });
	const stored = new Map(graph.initializers.map((tensor) => [tensor.name, tensor]));
	const inputs = graph.inputs.filter(({ name }) => !stored.has(name));
	if (inputs.length !== 1) throw userError("error.import.inputs", { count: inputs.length });
	const [{ name: inputName, shape: given }] = inputs;
	const shape = withBatch(given ?? [null, 1, null, null]);
	const builder = new GraphBuilder();
	const input = builder.input(inputOf(shape));
	const batch = shape[0] ?? 1;

	const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
	const readers = new Map<string, number>();
	for (const name of graph.nodes.flatMap((node) => node.inputs))
		readers.set(name, (readers.get(name) ?? 0) + 1);
	const entities = new Map<string, Entity>([[inputName, input]]);
	const begun = new Set<NodeMessage>();

	/** Nodes need not come in the order in which they are needed. */
	function entityOf(name: string): Entity {
		const known = entities.get(name);
		if (known) return known;
		const tensor = stored.get(name);
		const node = makers.get(name);
		if (tensor) entities.set(name, constantOf(tensor, beside));
		else if (!node || begun.has(node))
			throw userError("error.import.unreadable", { detail: `${name} comes from nowhere` });
		else {
			begun.add(node);
			const [first] = node.inputs;
			const output = operate({
				builder,
				node,
				inputs: node.inputs.map((input) => (input === "" ? undefined : entityOf(input))),
				alone: readers.get(first) === 1 && !graph.outputs.includes(first),
				opset,
				batch,
				beside,
			});
			// A second output, such as the places of maxima, is there for training alone.
			entities.set(node.outputs[0], output);
		}
		const made = entities.get(name);
		if (!made) throw userError("error.import.operation", { operation: makers.get(name)!.operation });
		return made;
	}

	const values = graph.outputs.flatMap((name) => {
		const entity = entityOf(name);
		return isConstant(entity) ? [] : [entity];
	});
	const output = digitOutput(builder, values);
	const said = shape.map((side, axis) => (axis === 0 ? null : side));
	return { inputShape: said, trained: builder.build("onnx", output) };
}

/** A single picture that is given without a batch gets one. */
function withBatch(shape: readonly (number | null)[]): readonly (number | null)[] {
	const [first, second] = shape;
	const picture = shape.length === 2 && first === second && first !== null;
	return picture || (shape.length === 1 && (first ?? 0) > 1) ? [null, ...shape] : shape;
}
