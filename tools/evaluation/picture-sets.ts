import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Pixels } from "../../lib/image/pixels.ts";
import { decodePicture } from "../recognition/decode.ts";
import type { Truth } from "./text-distance.ts";

/** Two thirds of every set are for tuning; on the last third nothing is tuned. */
export type Part = "tuning" | "check";

/** A picture with what it should read as. */
export interface PictureSample {
	readonly name: string;
	readonly part: Part;
	readonly truth: Truth;
	/** Of what kind the picture is, where the set has several. */
	readonly kind?: string;
	/** As people see it, where that is known: with signs. */
	readonly display?: string;
	/** The cells of its table, where it has one. */
	readonly table?: readonly (readonly string[])[];
	load(): Promise<Pixels>;
}

/** An entry of a folder's `labels.json`. */
interface Label {
	readonly file: string;
	readonly text?: string;
	readonly display?: string;
	readonly table?: readonly (readonly string[])[];
	readonly order_strict?: boolean;
	readonly tags?: readonly string[];
	readonly kind?: string;
	/** Looks like a digit to a person too, so that reading one is no error. */
	readonly ambiguous?: boolean;
}

/** The part a name belongs to, by its hash: the same on every machine, whatever is added. */
function partOf(name: string): Part {
	return createHash("sha1").update(name).digest()[0] % 3 === 0 ? "check" : "tuning";
}

/** Whether a picture is unfit for a plain comparison: its labels say that it is hard, or leave out the signs on it. */
export const isHard = ({ tags, display }: Label) =>
	tags?.includes("hard") === true || (tags?.includes("operators") === true && !display);

/** The pictures of a folder, all or those that are `wanted`; what is ambiguous to people is left out. */
export async function readPictureSet(
	folder: string,
	wanted: (label: Label) => boolean = () => true,
): Promise<PictureSample[]> {
	const labels = JSON.parse(await readFile(path.join(folder, "labels.json"), "utf8")) as Label[];
	return labels
		.filter((label) => !label.ambiguous && wanted(label))
		.map(({ file, text = "", display, order_strict = true, kind, table }) => ({
			name: file,
			part: partOf(file),
			truth: { text, orderStrict: order_strict },
			...(kind && { kind }),
			...(display && { display }),
			...(table && { table }),
			load: async () => decodePicture(await readFile(path.join(folder, file))),
		}));
}

/** The pictures of a folder whose labels say of what kind each is, a set a kind. */
export async function readKinds(
	folder: string,
): Promise<(readonly [set: string, samples: PictureSample[]])[]> {
	const kinds = new Map<string, PictureSample[]>();
	for (const sample of await readPictureSet(folder)) {
		const kind = sample.kind ?? "other";
		kinds.set(kind, [...(kinds.get(kind) ?? []), sample]);
	}
	return [...kinds].sort(([a], [b]) => a.localeCompare(b));
}
