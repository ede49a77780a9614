import { inputShapeOf, NETWORK_INPUT, placeLayers, type TrainedNetwork } from "../../network.ts";
import { FLOAT, OnnxGraph, onnxShape, type Tensor } from "./onnx-graph.ts";
import { bytes, integer, message, text } from "./protobuf-writer.ts";
import { writeLayer } from "./write-layer.ts";

const IR_VERSION = 9;
/** The first with Gelu. */
const OPERATOR_SET = 20;

/**
 * A network as an ONNX model: float32 [batch, channels, height, width] in, or [batch, n]; [batch, answers] out. Throws a
 * UserError at a layer that ONNX lacks.
 */
export function toOnnx({ network, weights }: TrainedNetwork): Uint8Array {
	const graph = new OnnxGraph();
	const outputs: Tensor[] = [];
	const input: Tensor = { name: "input", shape: inputShapeOf(network) };
	for (const placed of placeLayers(network)) {
		const given = placed.inputs.map((at) => (at === NETWORK_INPUT ? input : outputs[at]));
		const values = placed.weights.map(({ name }) => weights.get(name)!);
		outputs.push({ name: writeLayer(graph, placed, given, values), shape: placed.outputShape });
	}
	const last = outputs[outputs.length - 1];
	graph.nodes.push(bytes(1, message([text(1, last.name), text(2, "output"), text(4, "Identity")])));
	return message([
		integer(1, IR_VERSION),
		text(2, "Digit Lens"),
		bytes(
			7,
			message([
				...graph.nodes,
				text(2, network.id || "network"),
				...graph.initializers,
				bytes(11, valueInfo("input", onnxShape(input.shape))),
				bytes(12, valueInfo("output", onnxShape(last.shape))),
			]),
		),
		bytes(8, message([text(1, ""), integer(2, OPERATOR_SET)])),
	]);
}

function valueInfo(name: string, sides: readonly number[]): Uint8Array {
	const dims = [message([text(2, "batch")]), ...sides.map((side) => message([integer(1, side)]))];
	const shape = message(dims.map((dim) => bytes(1, dim)));
	const tensor = message([integer(1, FLOAT), bytes(2, shape)]);
	return message([text(1, name), bytes(2, message([bytes(1, tensor)]))]);
}
