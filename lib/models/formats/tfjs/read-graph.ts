import { userError } from "../../../user-error.ts";
import { type Entity, isConstant } from "../constant.ts";
import { digitOutput } from "../digit-output.ts";
import { GraphBuilder } from "../graph-builder.ts";
import { inputOf } from "../input-shape.ts";
import { isObject } from "../keras/topology.ts";
import { LIMITS } from "../limits.ts";
import type { ReadModel } from "../model-file.ts";
import type { Value } from "../value.ts";
import { type Beside, readManifest } from "./manifest.ts";
import { type GraphNode, readNodes } from "./node.ts";
import { operate } from "./operators.ts";

/** Reads a TensorFlow.js graph model: `model.json`, already parsed, and its shards. */
export function readTfjsGraph(json: Readonly<Record<string, unknown>>, beside: Beside): ReadModel {
	const topology = json.modelTopology;
	const nodes = isObject(topology) ? readNodes(topology.node) : [];
	if (nodes.length > LIMITS.layers * 10) throw userError("error.import.layers", { most: LIMITS.layers });
	const tensors = readManifest(json.weightsManifest, beside);
	const byName = new Map(nodes.map((node) => [node.name, node]));
	const inputs = nodes.filter(({ operation }) => operation.startsWith("Placeholder"));
	if (inputs.length !== 1) throw userError("error.import.inputs", { count: inputs.length });
	const [{ name: inputName, shape: given }] = inputs;
	const shape = given ?? [null, 28, 28, 1];
	const builder = new GraphBuilder();
	const input = builder.input(inputOf(shape));
	const batch = shape[0] ?? 1;
	const readers = new Map<string, number>();
	for (const name of nodes.flatMap((node) => node.inputs)) readers.set(name, (readers.get(name) ?? 0) + 1);

	const entities = new Map<string, Entity>([[inputName, input]]);
	const begun = new Set<GraphNode>();
	function entityOf(name: string): Entity {
		const known = entities.get(name);
		if (known) return known;
		const node = byName.get(name);
		const stored = tensors.get(name);
		if (stored) entities.set(name, stored);
		else if (!node || begun.has(node))
			throw userError("error.import.unreadable", { detail: `${name} comes from nowhere` });
		else {
			begun.add(node);
			const alone = readers.get(node.inputs[0]) === 1;
			entities.set(name, operate({ builder, node, inputs: node.inputs.map(entityOf), alone, batch }));
		}
		return entities.get(name) as Entity;
	}

	const values = outputNames(json, nodes, readers).flatMap((name): Value[] => {
		const entity = entityOf(name);
		return isConstant(entity) ? [] : [entity];
	});
	const said = shape.map((side, axis) => (axis === 0 ? null : side));
	const trained = builder.build("graph", digitOutput(builder, values));
	return {
		format: "TensorFlow.js graph",
		networks: [{ inputShape: said, trained }],
		guessed: false,
	};
}

/** What the signature names as outputs, else what nothing reads. */
function outputNames(
	json: Readonly<Record<string, unknown>>,
	nodes: readonly GraphNode[],
	readers: ReadonlyMap<string, number>,
): string[] {
	const signature =
		json.signature ?? (isObject(json.userDefinedMetadata) && json.userDefinedMetadata.signature);
	const known = new Set(nodes.map(({ name }) => name));
	if (isObject(signature) && isObject(signature.outputs)) {
		const names = Object.values(signature.outputs)
			.map((output) => (isObject(output) ? String(output.name).replace(/:\d+$/, "") : ""))
			.filter((name) => known.has(name));
		if (names.length > 0) return names;
	}
	return nodes
		.filter(({ name, operation }) => !readers.has(name) && operation !== "NoOp" && operation !== "Const")
		.map(({ name }) => name);
}
