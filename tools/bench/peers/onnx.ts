import proto from "onnx-proto";
import type { Layer } from "../../../lib/models/layers.ts";
import { placeLayers, type TrainedNetwork } from "../../../lib/models/network.ts";
import { pairOf } from "../../../lib/models/window.ts";

// Numbers of the ONNX specification (onnx.proto): AttributeProto.AttributeType and TensorProto.DataType.
const ATTRIBUTE = { float: 1, int: 2, string: 3, ints: 7 } as const;
const FLOAT = 1;
const IR_VERSION = 8;
const OPERATOR_SET = 13;

const int = (name: string, i: number) => ({ name, type: ATTRIBUTE.int, i });
const ints = (name: string, values: readonly number[]) => ({ name, type: ATTRIBUTE.ints, ints: values });
const float = (name: string, f: number) => ({ name, type: ATTRIBUTE.float, f });
const string = (name: string, s: string) => ({
	name,
	type: ATTRIBUTE.string,
	s: new TextEncoder().encode(s),
});

/** Kernel [height, width, in, out] as ONNX has it: [out, in, height, width]. */
function outputsFirst(
	kernel: Float32Array,
	[height, width, inputs, outputs]: readonly number[],
): Float32Array {
	const result = new Float32Array(kernel.length);
	for (let i = 0; i < kernel.length; i++) {
		const out = i % outputs;
		const input = Math.floor(i / outputs) % inputs;
		const place = Math.floor(i / (outputs * inputs));
		result[(out * inputs + input) * height * width + place] = kernel[i];
	}
	return result;
}

/**
 * A network, folded for inference, as an ONNX model: float32 [batch, 1, 28, 28] named `glyphs` in, `logits` out.
 * Throws on a layer that none of the bundled networks has.
 */
export function toOnnx({ network, weights }: TrainedNetwork): Uint8Array {
	const nodes: object[] = [];
	const initializers: object[] = [];
	let current = "glyphs";

	const constant = (name: string, values: Float32Array, dims: readonly number[]) => {
		const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
		initializers.push({ name, dims, dataType: FLOAT, rawData: bytes });
		return name;
	};
	const node = (opType: string, constants: readonly string[] = [], attributes: readonly object[] = []) => {
		const output = `${opType}${nodes.length}`;
		nodes.push({ opType, input: [current, ...constants], output: [output], attribute: attributes });
		current = output;
	};
	const activate = ({ activation }: Extract<Layer, { activation: unknown }>) => {
		if (activation === "relu") node("Relu");
		else if (activation === "softmax") throw new Error("fold the network first: it still has a softmax");
	};

	for (const { layer, weights: specs } of placeLayers(network)) {
		const values = specs.map(({ name }) => weights.get(name)!);
		const [kernel, bias] = specs;
		switch (layer.type) {
			case "Conv2D": {
				const [height, width, inputs, outputs] = kernel.shape;
				const filter = outputsFirst(values[0], kernel.shape);
				const constants = [constant(kernel.name, filter, [outputs, inputs, height, width])];
				if (bias) constants.push(constant(bias.name, values[1], bias.shape));
				node("Conv", constants, [
					string("auto_pad", layer.padding === "same" ? "SAME_UPPER" : "VALID"),
					ints("kernel_shape", [height, width]),
				]);
				activate(layer);
				break;
			}
			case "Dense":
				node("Gemm", [
					constant(kernel.name, values[0], kernel.shape),
					constant(bias.name, values[1], bias.shape),
				]);
				activate(layer);
				break;
			case "BatchNormalization":
				node(
					"BatchNormalization",
					specs.map(({ name, shape }, i) => constant(name, values[i], shape)),
					[float("epsilon", layer.epsilon)],
				);
				break;
			case "MaxPooling2D": {
				const window = pairOf(layer.poolSize);
				node("MaxPool", [], [ints("kernel_shape", window), ints("strides", window)]);
				break;
			}
			case "Activation":
				activate(layer);
				break;
			case "Flatten":
				node("Transpose", [], [ints("perm", [0, 2, 3, 1])]);
				node("Flatten", [], [int("axis", 1)]);
				break;
			default:
				throw new Error(`${layer.type} is not written to ONNX yet`);
		}
	}

	const tensor = (name: string, sides: readonly number[]) => ({
		name,
		type: {
			tensorType: {
				elemType: FLOAT,
				shape: { dim: [{ dimParam: "batch" }, ...sides.map((dimValue) => ({ dimValue }))] },
			},
		},
	});
	nodes.push({ opType: "Identity", input: [current], output: ["logits"] });
	const classes = placeLayers(network).at(-1)!.outputShape;
	const { ModelProto } = proto.onnx;
	return ModelProto.encode(
		ModelProto.create({
			irVersion: IR_VERSION,
			producerName: "Digit Lens",
			opsetImport: [{ domain: "", version: OPERATOR_SET }],
			graph: {
				name: network.id,
				node: nodes,
				initializer: initializers,
				input: [tensor("glyphs", [1, 28, 28])],
				output: [tensor("logits", classes)],
			},
		}),
	).finish();
}
