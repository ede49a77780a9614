import { cutLine, workOf } from "../../image/candidates.ts";
import type { Blob } from "../../image/components.ts";
import type { Scale } from "../../image/cut.ts";
import type { Steps } from "../../tasks/steps.ts";
import type { Effort } from "./effort.ts";

/** So many candidates as large as a digit are classified in half a second: dense pages have half as many, textures more. */
const MOST_CANDIDATES = 900;
/** What is larger than so many heights of a digit is hardly writing: in a texture it is not taken apart. */
const LARGE = 2.5;

/** Which blobs are taken apart: all that are not sure, unless these are too many to be writing. */
export function* cuttableInTime(
	lines: readonly (readonly Blob[])[],
	scale: Scale,
	sure: ReadonlySet<Blob>,
	{ left }: Effort,
): Steps<(blob: Blob) => boolean> {
	const most = Math.min(MOST_CANDIDATES, left);
	const large = LARGE * scale.height;
	const ways = [
		(blob: Blob) => !sure.has(blob),
		(blob: Blob) => !sure.has(blob) && blob.box.height <= large && blob.box.width <= 2 * large,
	];
	const unsure = lines.flat().filter((blob) => !sure.has(blob));
	const area = unsure.reduce((sum, { box }) => sum + box.width * box.height, 0) / scale.height ** 2;
	if (area > most) ways.shift();
	function* isInTime(isCut: (blob: Blob) => boolean): Steps<boolean> {
		let count = 0;
		for (const line of lines) {
			count += workOf(cutLine(line, scale, isCut));
			if (count > most) return false;
			yield;
		}
		return true;
	}
	for (const isCut of ways) if (yield* isInTime(isCut)) return isCut;
	return () => false;
}
