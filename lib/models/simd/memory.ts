import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { TensorInfo } from "@tensorflow/tfjs-core";

/** The exports of `module.as.ts`; every number is a byte offset or a size, as documented there. */
export interface SimdExports {
	pack(filter: number, bias: number, packed: number, k: number, co: number): void;
	packFlipped(filter: number, packed: number, taps: number, ci: number, co: number): void;
	gatherPatches(x: number, rows: number, ...shape: number[]): void;
	convolve(x: number, packed: number, y: number, ...shapeAndScratch: number[]): void;
	filterGradient(x: number, dy: number, dw: number, ...shapeAndScratch: number[]): void;
	columnSums(x: number, y: number, offset: number, sums: number, ...sizesAndScratch: number[]): void;
	mixColumns(
		x: number,
		scale: number,
		y: number,
		slope: number,
		shift: number,
		...outAndSizes: number[]
	): void;
	reluGradient(dy: number, y: number, out: number, size: number): void;
	maxPoolGradient(x: number, dy: number, dx: number, ...shape: number[]): void;
}

/**
 * Instantiates a compiled `module.as.ts` on the memory of the WASM backend, so that its kernels work on
 * the backend's tensors in place. Throws when the backend keeps its memory to itself.
 */
export function attach(module: WebAssembly.Module, backend: BackendWasm): SimdExports {
	const exported = (backend.wasm as unknown as { asm?: Record<string, unknown> }).asm ?? {};
	const memory = Object.values(exported).find((value) => value instanceof WebAssembly.Memory);
	if (!memory) throw new Error("The WASM backend does not export its memory.");
	return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SimdExports;
}

/** Byte offset of a tensor in the backend's memory. */
export function address(backend: BackendWasm, { dataId }: TensorInfo): number {
	return backend.dataIdMap.get(dataId).memoryOffset;
}

/** Runs `work` with scratch tensors of the given sizes (floats, not cleared) and frees them. */
export function withScratch(
	backend: BackendWasm,
	sizes: readonly number[],
	work: (...at: number[]) => void,
): void {
	const scratch = sizes.map((size) => backend.makeOutput([Math.max(1, size)], "float32"));
	work(...scratch.map((tensor) => address(backend, tensor)));
	for (const { dataId } of scratch) backend.disposeData(dataId);
}

/** A float32 output of zeros. */
export function makeZeros(backend: BackendWasm, shape: number[]): TensorInfo {
	const output = backend.makeOutput(shape, "float32");
	backend.typedArrayFromHeap(output).fill(0);
	return output;
}
