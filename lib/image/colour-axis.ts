import type { Pixels } from "./pixels.ts";

/** Weights of red, green and blue; their absolute values sum to 1. */
export type ColourAxis = readonly [red: number, green: number, blue: number];

/** About so many pixels are looked at, whatever the size of the picture. */
const SAMPLES = 40_000;

/** Rounds of power iteration; the axis needs no more than two digits of precision. */
const ITERATIONS = 12;

const GREY: ColourAxis = [1 / 3, 1 / 3, 1 / 3];

/**
 * The direction in colour space along which the picture's edges are strongest: the first eigenvector of the
 * colour gradient's structure tensor (Di Zenzo 1986). Ink has the edges, so this is where ink of any colour
 * stands out most from paper of any colour; of a grey picture it is plain brightness. Smooth shading hardly
 * counts. It points to the bright side.
 */
export function colourAxis({ width, height, data }: Pixels): ColourAxis {
	const step = Math.max(1, Math.round(Math.sqrt((width * height) / SAMPLES)));
	const tensor = new Float64Array(6);
	for (let y = 0; y + 1 < height; y += step) {
		for (let x = 0; x + 1 < width; x += step) {
			const here = 4 * (y * width + x);
			addGradient(tensor, data, here, here + 4);
			addGradient(tensor, data, here, here + 4 * width);
		}
	}
	return firstEigenvector(tensor);
}

function addGradient(tensor: Float64Array, data: Uint8ClampedArray, here: number, there: number): void {
	const opacity = (data[here + 3] * data[there + 3]) / 65025;
	const red = (data[there] - data[here]) * opacity;
	const green = (data[there + 1] - data[here + 1]) * opacity;
	const blue = (data[there + 2] - data[here + 2]) * opacity;
	tensor[0] += red * red;
	tensor[1] += red * green;
	tensor[2] += red * blue;
	tensor[3] += green * green;
	tensor[4] += green * blue;
	tensor[5] += blue * blue;
}

function firstEigenvector([rr, rg, rb, gg, gb, bb]: Float64Array): ColourAxis {
	let [red, green, blue] = GREY as [number, number, number];
	for (let i = 0; i < ITERATIONS; i++) {
		const next = [
			rr * red + rg * green + rb * blue,
			rg * red + gg * green + gb * blue,
			rb * red + gb * green + bb * blue,
		];
		const size = Math.abs(next[0]) + Math.abs(next[1]) + Math.abs(next[2]);
		if (!(size > 0)) return GREY;
		[red, green, blue] = next.map((weight) => weight / size);
	}
	return red + green + blue < 0 ? [-red, -green, -blue] : [red, green, blue];
}
