import type { Trace } from "../../lib/image/trace.ts";
import type { Model } from "../../lib/models/verdict.ts";
import { coalesce } from "./coalesce.ts";
import { readItems } from "./inputs.ts";
import { errorLine, readingLine } from "./output.ts";
import { readItem } from "./read-item.ts";

/** So many items are read side by side, in common batches. */
const SIDE_BY_SIDE = 256;

/** What `recognise` needs. */
export interface Recognition extends Model {
	/** Each item is one character. */
	readonly single: boolean;
	/** How many digits each line of a picture is expected to have. */
	readonly expected?: number | undefined;
	/** Gives the trace of an item whose stages are to be seen. */
	traceOf?(input: string, item: number): Trace;
	/** Takes one line of output, without its end. */
	print(line: string): void;
}

/**
 * Reads input files in order and prints one JSON line an item, or one with an error for a file that cannot be
 * read; the others go on. Resolves to whether all could be read.
 */
export async function recognise(
	paths: readonly string[],
	{
		classify,
		readStrip,
		classifySigns,
		classifyInk,
		secondOpinion,
		single,
		expected,
		traceOf,
		print,
	}: Recognition,
) {
	const together = coalesce(classify);
	const inkTogether = classifyInk && coalesce(classifyInk);
	let allRead = true;
	for (const path of paths) {
		try {
			const start = performance.now();
			const items = await readItems(path);
			const loading = (performance.now() - start) / items.length;
			for (let first = 0; first < items.length; first += SIDE_BY_SIDE) {
				const started = performance.now();
				const count = Math.min(SIDE_BY_SIDE, items.length - first);
				const some = Array.from({ length: count }, (_, i) => items.at(first + i));
				const readings = await Promise.all(
					some.map((item, i) =>
						readItem(item, single, {
							classify: together,
							...(readStrip && { readStrip }),
							...(classifySigns && { classifySigns }),
							...(inkTogether && { classifyInk: inkTogether }),
							...(secondOpinion && { secondOpinion }),
							expected,
							trace: traceOf?.(path, first + i),
						}),
					),
				);
				const ms = loading + (performance.now() - started) / some.length;
				for (const [i, reading] of readings.entries()) print(readingLine(path, first + i, reading, ms));
			}
		} catch (error) {
			allRead = false;
			print(errorLine(path, error));
		}
	}
	return allRead;
}
