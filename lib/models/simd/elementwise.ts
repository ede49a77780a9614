import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { engine, registerKernel, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import { address, makeZeros, type SimdExports, withScratch } from "./memory.ts";

type Inputs = Record<string, TensorInfo>;

/** Registers the kernels behind the functions below on the WASM backend. */
export function registerElementwise(backend: BackendWasm, wasm: SimdExports): void {
	const at = (tensor?: TensorInfo) => (tensor ? address(backend, tensor) : 0);
	const register = (kernelName: string, compute: (inputs: Inputs, attrs: object) => TensorInfo) =>
		registerKernel({
			kernelName,
			backendName: "wasm",
			kernelFunc: ({ inputs, attrs }) => compute(inputs as Inputs, attrs as object),
		});

	register("ColumnSums", ({ x, y, offset }) => {
		const columns = x.shape[x.shape.length - 1];
		const sums = backend.makeOutput([columns], "float32");
		withScratch(backend, [columns, 2 * columns], (partial, totals) => {
			wasm.columnSums(at(x), at(y), at(offset), at(sums), sizeOf(x) / columns, columns, partial, totals);
		});
		return sums;
	});
	register("MixColumns", ({ x, scale, y, slope, shift }) => {
		const columns = x.shape[x.shape.length - 1];
		const output = backend.makeOutput(x.shape, "float32");
		wasm.mixColumns(at(x), at(scale), at(y), at(slope), at(shift), at(output), sizeOf(x) / columns, columns);
		return output;
	});
	register("ReluGrad", ({ dy, y }) => {
		const output = backend.makeOutput(dy.shape, "float32");
		wasm.reluGradient(at(dy), at(y), at(output), sizeOf(dy));
		return output;
	});
	register("WindowMaxGrad", ({ x, dy }, attrs) => {
		const [n, h, w, c] = x.shape;
		const output = makeZeros(backend, x.shape);
		wasm.maxPoolGradient(
			at(x),
			at(dy),
			at(output),
			n,
			h,
			w,
			c,
			...(attrs as { sides: [number, number] }).sides,
		);
		return output;
	});
}

const sizeOf = ({ shape }: TensorInfo) => shape.reduce((product, side) => product * side, 1);

const run = <T extends Tensor>(kernel: string, inputs: Record<string, Tensor>, attrs = {}): T =>
	engine().runKernel(kernel, inputs, attrs) as T;

/** Sum of x [..., columns] over all axes but the last. */
export const columnSums = (x: Tensor): Tensor => run("ColumnSums", { x });

/** Sum of (x - offset) * y over all axes but the last; offset has one value a column. */
export const centredColumnDots = (x: Tensor, y: Tensor, offset: Tensor): Tensor =>
	run("ColumnSums", { x, y, offset });

/** x * scale + shift, both one value a column. */
export const scaleColumns = (x: Tensor, scale: Tensor, shift: Tensor): Tensor =>
	run("MixColumns", { x, scale, shift });

/** x * scale + y * slope + shift, the factors and the shift one value a column. */
export const mixColumns = (x: Tensor, scale: Tensor, y: Tensor, slope: Tensor, shift: Tensor): Tensor =>
	run("MixColumns", { x, scale, y, slope, shift });

/** Gradient through ReLU from the gradient dy of its output y. */
export const reluGradient = (dy: Tensor, y: Tensor): Tensor => run("ReluGrad", { dy, y });

/**
 * Gradient of max pooling with windows of `sides` (height, width) that do not overlap, from its input x [n, h, w, c] and the
 * gradient dy of its output. The backend's own is wrong where a window's maximum is <= 0.
 */
export const maxPoolGradient = (x: Tensor, dy: Tensor, sides: readonly [number, number]): Tensor =>
	run("WindowMaxGrad", { x, dy }, { sides });
