import { median } from "../../lib/median.ts";
import { startBackend } from "../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../lib/models/catalogue.ts";
import { STRIP_HEIGHT } from "../../lib/models/line-strip.ts";
import { loadClassifier } from "../../lib/models/loading.ts";
import { registerSimdKernels } from "../../lib/models/simd/register.ts";
import { readPackageFile } from "../data/package-file.ts";
import { createRandom } from "../random.ts";
import { compileSimdModule } from "../training/simd-module.ts";

/** How long the line model takes for a line of eight digits, on one core in Node; medians. */
export interface LineTimes {
	readonly stripMs: number;
	/** How many times as long as the default model takes for the eight digits as glyphs, measured in turns. */
	readonly toGlyphs: number;
}

const DIGITS = 8;
/** Pixels of a strip that a digit and its gap take. */
const PITCH = 20;
/** Runs in a round. */
const RUNS = 10;

export async function measureLine(rounds: number): Promise<LineTimes> {
	await startBackend();
	registerSimdKernels(await compileSimdModule());
	const { classify, readStrip, dispose } = await loadClassifier(DEFAULT_MODEL, readPackageFile);
	const random = createRandom(1);
	// What is in them makes no difference to the time.
	const strip = {
		width: DIGITS * PITCH,
		height: STRIP_HEIGHT,
		data: new Float32Array(DIGITS * PITCH * STRIP_HEIGHT).map(random),
	};
	const glyphs = Array.from({ length: DIGITS }, () => new Float32Array(28 * 28).map(random));
	const timeOf = async (work: () => Promise<unknown>) => {
		const start = performance.now();
		await work();
		return performance.now() - start;
	};
	const strips: number[] = [];
	const ratios: number[] = [];
	// The first run only warms up.
	for (let run = -1; run < rounds * RUNS; run++) {
		const ofStrip = await timeOf(() => readStrip!(strip));
		const ofGlyphs = await timeOf(() => classify(glyphs));
		if (run < 0) continue;
		strips.push(ofStrip);
		ratios.push(ofStrip / ofGlyphs);
	}
	dispose();
	return { stripMs: median(strips), toGlyphs: median(ratios) };
}
