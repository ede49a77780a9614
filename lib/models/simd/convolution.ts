import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { backend_util, TensorInfo } from "@tensorflow/tfjs-core";
import { address, makeZeros, type SimdExports, withScratch } from "./memory.ts";

export type ConvInfo = backend_util.Conv2DInfo;

/** Columns that the WASM kernel computes at once; filters are packed in panels of that many. */
const COLUMNS = 8;
/** Floats that a tile of 6 rows by 8 columns spills where it is cut off. */
const SPILL = 48;
/** With fewer channels than rows of a tile, the patches are gathered first, so that the tile is full. */
const FEW_CHANNELS = 6;

/** Floats of a packed filter [k, columns] with its bias. */
const packedSize = (k: number, columns: number) => Math.ceil(columns / COLUMNS) * COLUMNS * (1 + k);

/** What is done to a sum before it is stored. */
export interface Epilogue {
	/** One value a column. */
	readonly bias?: TensorInfo;
	readonly relu?: boolean;
}

/** Convolution, matrix product and their gradients on float32 tensors in the WASM backend's memory. */
export class Convolution {
	private readonly backend: BackendWasm;
	private readonly wasm: SimdExports;

	constructor(backend: BackendWasm, wasm: SimdExports) {
		this.backend = backend;
		this.wasm = wasm;
	}

	/** x [n, h, w, ci] * filter [kh, kw, ci, co] -> [n, oh, ow, co]; dilations must be 1, strides the same both ways. */
	forward(x: TensorInfo, filter: TensorInfo, info: ConvInfo, { bias, relu }: Epilogue = {}): TensorInfo {
		const { batchSize, outHeight, outWidth, inChannels, outChannels, filterHeight, filterWidth } = info;
		const output = this.backend.makeOutput([batchSize, outHeight, outWidth, outChannels], "float32");
		const k = filterHeight * filterWidth * inChannels;
		this.withPatches(x, info, (x, shape) => {
			withScratch(this.backend, [packedSize(k, outChannels)], (packed) => {
				this.wasm.pack(this.at(filter), bias ? this.at(bias) : 0, packed, k, outChannels);
				this.convolve(x, packed, this.at(output), shape, relu);
			});
		});
		return output;
	}

	/** The gradient of x from dy [n, oh, ow, co]: a convolution with the flipped filter; strides must be 1. */
	inputGradient(dy: TensorInfo, filter: TensorInfo, info: ConvInfo): TensorInfo {
		const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = info;
		const { inChannels, outChannels, padInfo } = info;
		const taps = filterHeight * filterWidth;
		const output = this.backend.makeOutput([batchSize, inHeight, inWidth, inChannels], "float32");
		withScratch(this.backend, [packedSize(taps * outChannels, inChannels)], (packed) => {
			this.wasm.packFlipped(this.at(filter), packed, taps, inChannels, outChannels);
			this.convolve(this.at(dy), packed, this.at(output), {
				n: batchSize,
				h: outHeight,
				w: outWidth,
				ci: outChannels,
				kh: filterHeight,
				kw: filterWidth,
				co: inChannels,
				top: filterHeight - 1 - padInfo.top,
				left: filterWidth - 1 - padInfo.left,
				oh: inHeight,
				ow: inWidth,
			});
		});
		return output;
	}

	/** The gradient of the filter [kh, kw, ci, co]. */
	filterGradient(x: TensorInfo, dy: TensorInfo, info: ConvInfo): TensorInfo {
		const { filterHeight, filterWidth, inChannels, outChannels } = info;
		const output = makeZeros(this.backend, [filterHeight, filterWidth, inChannels, outChannels]);
		this.withPatches(x, info, (x, shape) => this.outerProducts(x, this.at(dy), this.at(output), shape));
		return output;
	}

	/** a [m, k] * b [k, n] */
	matMul(a: TensorInfo, b: TensorInfo, { bias, relu }: Epilogue = {}): TensorInfo {
		const [m, k] = a.shape;
		const n = b.shape[1];
		const output = this.backend.makeOutput([m, n], "float32");
		withScratch(this.backend, [packedSize(k, n)], (packed) => {
			this.wasm.pack(this.at(b), bias ? this.at(bias) : 0, packed, k, n);
			this.convolve(this.at(a), packed, this.at(output), rowsAsPixels(m, k, n), relu);
		});
		return output;
	}

	/** a [m, k] * b [n, k] transposed */
	matMulTransposed(a: TensorInfo, b: TensorInfo): TensorInfo {
		const [m, k] = a.shape;
		const n = b.shape[0];
		const output = this.backend.makeOutput([m, n], "float32");
		withScratch(this.backend, [packedSize(k, n)], (packed) => {
			this.wasm.packFlipped(this.at(b), packed, 1, n, k);
			this.convolve(this.at(a), packed, this.at(output), rowsAsPixels(m, k, n));
		});
		return output;
	}

	/** a [k, m] transposed * b [k, n] */
	transposedMatMul(a: TensorInfo, b: TensorInfo): TensorInfo {
		const [k, m] = a.shape;
		const n = b.shape[1];
		const output = makeZeros(this.backend, [m, n]);
		this.outerProducts(this.at(a), this.at(b), this.at(output), rowsAsPixels(k, m, n));
		return output;
	}

	private at(tensor: TensorInfo): number {
		return address(this.backend, tensor);
	}

	/** Hands on x as it is, or its patches as pixels of a 1x1 convolution: of few channels, and where they are strided. */
	private withPatches(x: TensorInfo, info: ConvInfo, work: (x: number, shape: Shape) => void): void {
		const shape = shapeOf(info);
		const { n, h, w, ci, kh, kw, co, top, left, oh, ow } = shape;
		if (ci >= FEW_CHANNELS && info.strideHeight === 1) {
			work(this.at(x), shape);
			return;
		}
		withScratch(this.backend, [n * oh * ow * kh * kw * ci], (rows) => {
			this.wasm.gatherPatches(this.at(x), rows, n, h, w, ci, kh, kw, top, left, oh, ow, info.strideHeight);
			work(rows, { ...rowsAsPixels(oh * ow, kh * kw * ci, co), n });
		});
	}

	private convolve(x: number, packed: number, y: number, shape: Shape, relu = false): void {
		const floor = relu ? 0 : Number.NEGATIVE_INFINITY;
		const { n, h, w, ci, kh, kw, co, top, left, oh, ow } = shape;
		const outside = makeZeros(this.backend, [ci]);
		const zeros = this.at(outside);
		withScratch(this.backend, [(oh * ow + 5) * kh * kw, SPILL], (table, spill) => {
			this.wasm.convolve(
				x,
				packed,
				y,
				n,
				h,
				w,
				ci,
				kh,
				kw,
				co,
				top,
				left,
				oh,
				ow,
				floor,
				zeros,
				table,
				spill,
			);
		});
		this.backend.disposeData(outside.dataId);
	}

	private outerProducts(x: number, dy: number, dw: number, shape: Shape): void {
		const { n, h, w, ci, kh, kw, co, top, left, oh, ow } = shape;
		withScratch(this.backend, [2 * oh * ow, SPILL], (table, spill) => {
			this.wasm.filterGradient(x, dy, dw, n, h, w, ci, kh, kw, co, top, left, oh, ow, table, spill);
		});
	}
}

/** Sizes in the order and under the names of `convolution.as.ts`. */
interface Shape {
	readonly n: number;
	readonly h: number;
	readonly w: number;
	readonly ci: number;
	readonly kh: number;
	readonly kw: number;
	readonly co: number;
	readonly top: number;
	readonly left: number;
	readonly oh: number;
	readonly ow: number;
}

function shapeOf(info: ConvInfo): Shape {
	return {
		n: info.batchSize,
		h: info.inHeight,
		w: info.inWidth,
		ci: info.inChannels,
		kh: info.filterHeight,
		kw: info.filterWidth,
		co: info.outChannels,
		top: info.padInfo.top,
		left: info.padInfo.left,
		oh: info.outHeight,
		ow: info.outWidth,
	};
}

/** A matrix product as a convolution: the rows are the pixels of one picture, the filter is 1x1. */
function rowsAsPixels(rows: number, ci: number, co: number): Shape {
	return { n: 1, h: 1, w: rows, ci, kh: 1, kw: 1, co, top: 0, left: 0, oh: 1, ow: rows };
}
