import { userError } from "../../../user-error.ts";
import type { Layout, Value, Window } from "../value.ts";
import type { NodeMessage } from "./messages.ts";

const unusable = (node: NodeMessage, option: string) =>
	userError("error.import.option", { layer: node.operation, option });

export function numberIn({ attributes }: NodeMessage, name: string, usual: number): number {
	const value = attributes.get(name);
	return typeof value === "number" ? value : usual;
}

export function numbersIn({ attributes }: NodeMessage, name: string): readonly number[] | undefined {
	const value = attributes.get(name);
	return Array.isArray(value) ? (value as readonly number[]) : undefined;
}

export function stringIn({ attributes }: NodeMessage, name: string, usual: string): string {
	const value = attributes.get(name);
	return typeof value === "string" ? value : usual;
}

type Pair = readonly [number, number];

const pairIn = (node: NodeMessage, name: string, usual: number): Pair => {
	const [height = usual, width = usual] = numbersIn(node, name) ?? [];
	return [height, width];
};

export const LAYOUT: Layout = "channelsFirst";

/**
 * How a window slides over the value: ONNX pads evenly, by numbers, or as TensorFlow does.
 *
 * @param kernel height and width of the window
 */
export function windowIn(node: NodeMessage, value: Value, kernel: Pair): Window {
	if (value.shape.length !== 3) throw unusable(node, `${value.shape.length + 1} axes`);
	const strides = pairIn(node, "strides", 1);
	const dilation = pairIn(node, "dilations", 1);
	if ([...strides, ...dilation].some((step) => !Number.isInteger(step) || step < 1))
		throw unusable(node, "strides");
	const dilated = Math.max(...dilation) > 1;
	if (dilated && Math.max(...strides) > 1) throw unusable(node, "strides and dilations together");
	const common = { strides, ...(dilated && { dilation }) };
	switch (stringIn(node, "auto_pad", "NOTSET")) {
		case "VALID":
			return { ...common, padding: "valid" };
		case "SAME_UPPER":
			return { ...common, padding: "same" };
		case "NOTSET":
			break;
		default:
			throw unusable(node, "auto_pad SAME_LOWER");
	}
	const [top = 0, left = 0, bottom = 0, right = 0] = numbersIn(node, "pads") ?? [];
	const [, height, width] = value.shape;
	const ceil = numberIn(node, "ceil_mode", 0) === 1;
	const more = (side: number, before: number, after: number, axis: 0 | 1) =>
		ceil ? missing(side + before + after, before + side, kernel[axis], strides[axis]) : 0;
	return {
		...common,
		padding: [
			[top, bottom + more(height, top, bottom, 0)],
			[left, right + more(width, left, right, 1)],
		],
	};
}

/** Pixels that a last window lacks which still begins within the picture. */
function missing(padded: number, end: number, kernel: number, stride: number): number {
	const rest = (padded - kernel) % stride;
	if (padded < kernel || rest === 0) return 0;
	const begin = padded - kernel - rest + stride;
	return begin < end ? stride - rest : 0;
}
