import { bytes, float, integer, message, text, type Written } from "./protobuf-writer.ts";

// Numbers of the fields: onnx.proto.
export const FLOAT = 1;
const INT64 = 7;

export const ATTRIBUTE = {
	int: (name: string, value: number) => message([text(1, name), integer(3, value), integer(20, 2)]),
	float: (name: string, value: number) => message([text(1, name), float(2, value), integer(20, 1)]),
	text: (name: string, value: string) => message([text(1, name), text(4, value), integer(20, 3)]),
	ints: (name: string, values: readonly number[]) =>
		message([text(1, name), ...values.map((value) => integer(8, value)), integer(20, 7)]),
};

/** A tensor in the graph, and whether it is a picture with its channels first. */
export interface Tensor {
	readonly name: string;
	readonly shape: readonly number[];
}

/** [h, w, c] as ONNX has it, [c, h, w]; everything else is as it is here. */
export const onnxShape = (shape: readonly number[]): readonly number[] =>
	shape.length === 3 ? [shape[2], shape[0], shape[1]] : shape;

/** Nodes and constants of a graph, each under a name of its own. */
export class OnnxGraph {
	readonly nodes: Written[] = [];
	readonly initializers: Written[] = [];
	private count = 0;

	private name(base: string): string {
		return `${base}_${this.count++}`;
	}

	node(operation: string, inputs: readonly string[], attributes: readonly Uint8Array[] = []): string {
		const output = this.name(operation);
		this.nodes.push(
			bytes(
				1,
				message([
					...inputs.map((input) => text(1, input)),
					text(2, output),
					text(3, output),
					text(4, operation),
					...attributes.map((attribute) => bytes(5, attribute)),
				]),
			),
		);
		return output;
	}

	private tensor(dims: readonly number[], type: number, raw: Uint8Array): string {
		const name = this.name("constant");
		const fields = [...dims.map((side) => integer(1, side)), integer(2, type), text(8, name), bytes(9, raw)];
		this.initializers.push(bytes(5, message(fields)));
		return name;
	}

	constant(dims: readonly number[], values: ArrayLike<number>): string {
		const floats = Float32Array.from(values);
		return this.tensor(dims, FLOAT, new Uint8Array(floats.buffer));
	}

	integers(values: readonly number[]): string {
		const longs = BigInt64Array.from(values, BigInt);
		return this.tensor([values.length], INT64, new Uint8Array(longs.buffer));
	}
}
