import { writeFile } from "node:fs/promises";
import { STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { createRandom } from "../../random.ts";
import { drawPictureGrid } from "../augmentation/picture-grid.ts";
import { trainingStrip } from "./training-strip.ts";
import { trainingWriters } from "./writers.ts";

/** Writes a PNG of lines that the line model learns from, and how fast they are made: `node contact-sheet.ts [FILE]`. */

const [COLUMNS, ROWS, WIDTH] = [4, 24, 192];
const path = process.argv[2] ?? "artifacts/lines.png";
const writers = await trainingWriters();
const started = performance.now();
const strips = Array.from({ length: COLUMNS * ROWS }, (_, line) => ({
	width: WIDTH,
	height: STRIP_HEIGHT,
	data: trainingStrip(writers, WIDTH, createRandom(line)).pixels,
}));
console.log(`${(strips.length / ((performance.now() - started) / 1000)).toFixed(0)} lines a second`);
await writeFile(path, drawPictureGrid(strips, COLUMNS, 2));
console.log(path);
