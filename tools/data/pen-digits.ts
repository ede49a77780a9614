import { readFile } from "node:fs/promises";
import type { Stroke } from "../../lib/ink/stroke.ts";
import { dataFile } from "./folder.ts";
import { gunzipIfNeeded } from "./gunzip.ts";

/** A digit as a pen wrote it. */
export interface PenDigit {
	readonly label: number;
	readonly writer: string;
	/** Longer side 1, around (0.5, 0.5). */
	readonly strokes: readonly Stroke[];
}

/** Writers that train nothing: thresholds are fitted and unseen hands measured on them. */
const HELD_OUT_WRITERS: readonly string[] = ["5", "10", "15", "20", "25", "30"];

/** UCI Pen-Based Recognition of Handwritten Digits, the 30 training writers (Alpaydin & Alimoglu 1998). */
export async function loadPendigits(): Promise<{ training: PenDigit[]; heldOut: PenDigit[] }> {
	const bytes = gunzipIfNeeded(await readFile(dataFile("pendigits-train.json.gz")));
	const all = JSON.parse(Buffer.from(bytes).toString("utf8")) as PenDigit[];
	return {
		training: all.filter(({ writer }) => !HELD_OUT_WRITERS.includes(writer)),
		heldOut: all.filter(({ writer }) => HELD_OUT_WRITERS.includes(writer)),
	};
}
