import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import type { Plane } from "../../lib/image/pixels.ts";

/** Writes the stages of every item as numbered PNG files into a folder, which is made where it is missing. */
export function stageWriter(folder: string) {
	mkdirSync(folder, { recursive: true });
	const writing: Promise<unknown>[] = [];
	return {
		/** A trace for one item. */
		traceOf(input: string, item: number) {
			let count = 0;
			return (stage: string, { width, height, data }: Plane) => {
				const name = `${path.basename(input)}-${item}-${++count}-${stage}.png`;
				writing.push(
					sharp(data, { raw: { width, height, channels: 1 } })
						.png()
						.toFile(path.join(folder, name)),
				);
			};
		},
		/** Resolves when all files are written. */
		finish: () => Promise.all(writing),
	};
}
