/** How weights are stored in TensorFlow.js' weight format. */
export type Precision = "float32" | "float16" | "uint16" | "uint8";

/** TensorFlow.js' note at a quantised weight: value = stored * scale + min; float16 needs neither. */
export interface Quantisation {
	readonly dtype: Exclude<Precision, "float32">;
	readonly original_dtype: "float32";
	readonly scale?: number;
	readonly min?: number;
}

export const BYTES_PER_VALUE: Record<Precision, number> = { float32: 4, float16: 2, uint16: 2, uint8: 1 };

const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);

/** The bits of the nearest IEEE 754 half-precision number, ties to even. */
export function toHalf(value: number): number {
	single[0] = value;
	const sign = (singleBits[0] >>> 16) & 0x8000;
	const magnitude = Math.abs(single[0]);
	if (magnitude >= 65520) return sign | 0x7c00;
	// Below 2^-14 halves are as far apart as just above it.
	const exponent = Math.max(Math.floor(Math.log2(magnitude || Number.MIN_VALUE)), -14);
	const steps = roundToEven(magnitude / 2 ** (exponent - 10));
	return sign | (((exponent + 14) << 10) + steps);
}

function roundToEven(value: number): number {
	const floor = Math.floor(value);
	const rest = value - floor;
	return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

/** 2^112: the distance of the exponents' offsets in single and half precision, 127 - 15. */
const HALF_TO_SINGLE = 2 ** 112;

/**
 * The numbers that half-precision bits stand for; infinite ones and NaN come out as NaN. The bits are moved to
 * their places in single precision and one product puts the exponent right, below 2^-14 too.
 */
export function fromHalves(halves: Uint16Array): Float32Array {
	const values = new Float32Array(halves.length);
	const bits = new Uint32Array(values.buffer);
	for (let i = 0; i < halves.length; i++) {
		const half = halves[i];
		bits[i] = ((half & 0x8000) << 16) | ((half & 0x7fff) << 13);
		values[i] *= (half & 0x7c00) === 0x7c00 ? Number.NaN : HALF_TO_SINGLE;
	}
	return values;
}

/** Stored bytes of `values`, and TensorFlow.js' note on how to read them. */
export function quantise(
	values: Float32Array,
	precision: Precision,
): { bytes: Uint8Array; quantisation?: Quantisation } {
	if (precision === "float32")
		return { bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
	if (precision === "float16") {
		const halves = Uint16Array.from(values, toHalf);
		return {
			bytes: new Uint8Array(halves.buffer),
			quantisation: { dtype: precision, original_dtype: "float32" },
		};
	}
	const levels = 256 ** BYTES_PER_VALUE[precision] - 1;
	const min = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
	const max = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
	const scale = (max - min) / levels || 1;
	const steps = values.map((value) => Math.round((value - min) / scale));
	const stored = precision === "uint8" ? Uint8Array.from(steps) : Uint16Array.from(steps);
	return {
		bytes: new Uint8Array(stored.buffer),
		quantisation: { dtype: precision, original_dtype: "float32", scale, min },
	};
}

/** The values in `bytes`, which are `quantise`'s. */
export function dequantise(bytes: Uint8Array, quantisation?: Quantisation): Float32Array {
	// A copy, because a typed array of wider numbers must start at a multiple of their size.
	const { buffer } = bytes.slice();
	if (!quantisation) return new Float32Array(buffer);
	if (quantisation.dtype === "float16") return fromHalves(new Uint16Array(buffer));
	const stored = quantisation.dtype === "uint8" ? new Uint8Array(buffer) : new Uint16Array(buffer);
	const { scale = 1, min = 0 } = quantisation;
	const values = new Float32Array(stored.length);
	for (let i = 0; i < values.length; i++) values[i] = stored[i] * scale + min;
	return values;
}
