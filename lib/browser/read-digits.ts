import { isGzip, MOST_UNPACKED } from "../evaluation/idx.ts";
import { labelOfPath } from "../evaluation/label-of-path.ts";
import {
	digitsOfGlyphs,
	joinDigits,
	kindOf,
	type LabelledDigits,
	pairIdx,
	parseNamedIdx,
} from "../evaluation/labelled-digits.ts";
import { glyphInPicture } from "../reading/read-picture.ts";
import { UserError, userError } from "../user-error.ts";
import type { ChosenFile } from "./chosen-files.ts";
import { decodePicture } from "./decode.ts";
import { withoutZips } from "./unzip.ts";

/** What files held. */
export interface DigitsRead {
	readonly digits: LabelledDigits;
	/** Paths of what is no labelled digit, or could not be read. */
	readonly leftOut: readonly string[];
}

export interface ReadOptions {
	readonly signal: AbortSignal;
	/** Told how many of how many pictures were looked at. */
	readonly onProgress: (done: number, of: number) => void;
}

/**
 * Labelled digits from idx pairs (gzipped or not), pictures that are named or foldered by their label, and zips
 * of those. Rejects with a UserError when there are none, with the signal's reason when it is aborted.
 */
export async function readDigits(
	files: readonly ChosenFile[],
	{ signal, onProgress }: ReadOptions,
): Promise<DigitsRead> {
	const unpacked = await withoutZips(files);
	const of = (kind: string) => unpacked.filter(({ path }) => kindOf(path) === kind);
	const leftOut = [...of("other"), ...of("zip")].map(({ path }) => path);

	const arrays = [];
	for (const { path, file } of of("idx")) arrays.push(parseNamedIdx(path, await gunzip(file)));
	const glyphs = [];
	const pictures = of("picture");
	for (const [i, { path, file }] of pictures.entries()) {
		signal.throwIfAborted();
		const found = await decodePicture(file).then(glyphInPicture, () => null);
		if (found) glyphs.push({ glyph: found.glyph, label: labelOfPath(path)! });
		else leftOut.push(path);
		onProgress(i + 1, pictures.length);
	}
	const parts = [...(arrays.length > 0 ? [pairIdx(arrays)] : []), digitsOfGlyphs(glyphs)];
	const digits = joinDigits(parts);
	if (digits.labels.length === 0) throw userError("error.noDigits");
	return { digits, leftOut };
}

async function gunzip(file: Blob): Promise<Uint8Array> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (!isGzip(bytes)) return bytes;
	const parts: BlobPart[] = [];
	let size = 0;
	try {
		for await (const part of file.stream().pipeThrough(new DecompressionStream("gzip"))) {
			size += part.length;
			if (size > MOST_UNPACKED) throw userError("error.gzipSize");
			parts.push(part);
		}
	} catch (error) {
		throw error instanceof UserError ? error : userError("error.gzip");
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}
