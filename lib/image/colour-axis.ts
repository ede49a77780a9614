import type { Pixels } from "./pixels.ts";
import { bytesAt, doublesAt, kernels } from "./simd/kernels.ts";

/** Weights of red, green and blue; their absolute values sum to 1. */
export type ColourAxis = readonly [red: number, green: number, blue: number];

/** About so many pixels are looked at, whatever the size of the picture. */
const SAMPLES = 40_000;

/** Rounds of power iteration; the axis needs no more than two digits of precision. */
const ITERATIONS = 12;

/** Six doubles. */
const TENSOR_BYTES = 48;

const GRAY: ColourAxis = [1 / 3, 1 / 3, 1 / 3];

/**
 * The direction in colour space along which the picture's edges are strongest: the first eigenvector of the
 * colour gradient's structure tensor (Di Zenzo 1986). Ink has the edges, so this is where ink of any colour
 * stands out most from paper of any colour; of a gray picture it is plain brightness. Smooth shading hardly
 * counts. It points to the bright side.
 */
export function colourAxis({ width, height, data }: Pixels): ColourAxis {
	const step = Math.max(1, Math.round(Math.sqrt((width * height) / SAMPLES)));
	const { room, addGradients } = kernels();
	const tensor = room(TENSOR_BYTES + 8 * width);
	const rows = tensor + TENSOR_BYTES;
	bytesAt(tensor, TENSOR_BYTES).fill(0);
	for (let y = 0; y + 1 < height; y += step) {
		bytesAt(rows, 8 * width).set(data.subarray(4 * y * width, 4 * (y + 2) * width));
		addGradients(rows, width, step, tensor);
	}
	return firstEigenvector(doublesAt(tensor, TENSOR_BYTES / 8));
}

function firstEigenvector([rr, rg, rb, gg, gb, bb]: Float64Array): ColourAxis {
	let [red, green, blue] = GRAY as [number, number, number];
	for (let i = 0; i < ITERATIONS; i++) {
		const next = [
			rr * red + rg * green + rb * blue,
			rg * red + gg * green + gb * blue,
			rb * red + gb * green + bb * blue,
		];
		const size = Math.abs(next[0]) + Math.abs(next[1]) + Math.abs(next[2]);
		if (!(size > 0)) return GRAY;
		[red, green, blue] = next.map((weight) => weight / size);
	}
	return red + green + blue < 0 ? [-red, -green, -blue] : [red, green, blue];
}
