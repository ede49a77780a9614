import type { Layer } from "./layers.ts";
import { slidOver } from "./window.ts";

/** How many numbers a tensor of this shape holds. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, side) => size * side, 1);

/** The shape that shapes have in common once sides of 1 are repeated (NumPy's broadcasting). Throws where there is none. */
export function broadcast(shapes: readonly (readonly number[])[]): readonly number[] {
	const rank = Math.max(...shapes.map(({ length }) => length));
	return Array.from({ length: rank }, (_, axis) => {
		const sides = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1);
		const side = sides.find((side) => side !== 1) ?? 1;
		if (sides.some((other) => other !== 1 && other !== side))
			throw new Error(`shapes ${shapes.map((shape) => shape.join("x")).join(" and ")} do not fit together`);
		return side;
	});
}

/** The shape, without the batch, of what a layer makes of inputs of these shapes. */
export function outputShapeOf(layer: Layer, inputs: readonly (readonly number[])[]): readonly number[] {
	const [shape] = inputs;
	const channels = shape[shape.length - 1];
	switch (layer.type) {
		case "Conv2D":
			return [...slidOver(shape, layer.kernelSize, layer), layer.filters];
		case "DepthwiseConv2D":
			return [...slidOver(shape, layer.kernelSize, layer), channels * layer.multiplier];
		case "MaxPooling2D":
		case "AveragePooling2D": {
			const { poolSize, strides = poolSize, padding = "valid" } = layer;
			return [...slidOver(shape, poolSize, { strides, padding }), channels];
		}
		case "Dense":
			return [...shape.slice(0, -1), layer.units];
		case "Flatten":
			return [sizeOf(shape)];
		case "GlobalAveragePooling2D":
		case "GlobalMaxPooling2D":
			return [channels];
		case "Reshape":
			return layer.shape;
		case "Permute":
			return layer.axes.map((axis) => shape[axis]);
		case "ZeroPadding2D": {
			const [rows, columns] = layer.padding;
			return [shape[0] + rows[0] + rows[1], shape[1] + columns[0] + columns[1], channels];
		}
		case "Concatenate":
			return shape.map((side, axis) =>
				axis === layer.axis ? inputs.reduce((sum, input) => sum + input[axis], 0) : side,
			);
		case "Add":
		case "Multiply":
		case "Subtract":
		case "Average":
		case "Maximum":
		case "Minimum":
			return broadcast(inputs);
		default:
			return shape;
	}
}
