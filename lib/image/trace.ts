import type { Blob } from "./components.ts";
import type { Plane } from "./pixels.ts";

/** Is shown what each stage makes of a picture, in order, for people to look at: 0 = black, 255 = white. May keep it. */
export type Trace = (stage: string, picture: Plane) => void;

/** Ink as a picture: black on white. */
export function inkPicture({ width, height, data }: Plane): Plane {
	return { width, height, data: data.map((ink) => 255 - ink) };
}

/** Blobs in grays that tell neighbours apart, on white. */
export function blobPicture({ width, height }: Plane, blobs: readonly Blob[]): Plane {
	const data = new Uint8Array(width * height).fill(255);
	for (const [i, { runs }] of blobs.entries()) {
		for (const [y, from, to] of runs) data.fill((i % 3) * 70, y * width + from, y * width + to);
	}
	return { width, height, data };
}
