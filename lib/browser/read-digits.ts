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

/** No deflated byte holds more (https://zlib.net/zlib_tech.html): a zip that says so lies. */
const MOST_DEFLATED = 1032;

/**
 * Labelled digits from idx pairs (gzipped or not), pictures that are named or foldered by their label, and zips
 * of those. Rejects with a UserError when there are none, with the signal's reason when it is aborted.
 */
export async function readDigits(
	files: readonly ChosenFile[],
	{ signal, onProgress }: ReadOptions,
): Promise<DigitsRead> {
	const unpacked: ChosenFile[] = [];
	for (const chosen of files)
		unpacked.push(...(kindOf(chosen.path) === "zip" ? await unzip(chosen) : [chosen]));
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

async function unzip({ path, file }: ChosenFile): Promise<ChosenFile[]> {
	const { unzipSync } = await import("fflate");
	let size = 0;
	try {
		const content = unzipSync(new Uint8Array(await file.arrayBuffer()), {
			filter: ({ name, size: packed, originalSize }) => {
				if (name.endsWith("/")) return false;
				if (originalSize > MOST_DEFLATED * (packed + 1)) throw userError("error.zip", { name: path });
				size += originalSize;
				if (size > MOST_UNPACKED) throw userError("error.zipSize", { name: path });
				return true;
			},
		});
		return Object.entries(content).map(([name, bytes]) => ({
			path: name,
			file: new Blob([bytes as BlobPart]),
		}));
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw userError("error.zip", { name: path });
	}
}
