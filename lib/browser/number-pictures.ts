import { parseCsv } from "../csv.ts";
import { numberOfPath, numbersOfRows } from "../evaluation/number-of-path.ts";
import type { Pixels } from "../image/pixels.ts";
import { userError } from "../user-error.ts";
import type { ChosenFile } from "./chosen-files.ts";
import { decodePicture } from "./decode.ts";
import { withoutZips } from "./unzip.ts";

/** A picture of numbers with its number, where a list or its name tells it. */
interface FoundNumber {
	readonly path: string;
	readonly truth: string | null;
	pixels(): Promise<Pixels>;
}

/** What macOS adds to archives and folders looks like pictures and is none. */
const isPicture = (path: string) =>
	!/(^|\/)(__MACOSX\/|\.)/.test(path) && /\.(png|jpe?g|webp|gif|bmp|avif)$/i.test(path);

/**
 * The pictures among files, folders and zips, by their names, with the numbers that a CSV list among them or else
 * their names give them. Rejects with a UserError when there are none.
 */
export async function numberPictures(files: readonly ChosenFile[]): Promise<FoundNumber[]> {
	const unpacked = await withoutZips(files);
	const lists = unpacked.filter(({ path }) => /\.(csv|tsv)$/i.test(path));
	const rows = await Promise.all(lists.map(async ({ file }) => parseCsv(await file.text())));
	const pictures = unpacked.filter(({ path }) => isPicture(path));
	if (pictures.length === 0) throw userError("error.noNumberPictures");
	const truthOf =
		numbersOfRows(
			rows.flat(),
			pictures.map(({ path }) => path),
		) ?? numberOfPath;
	return pictures
		.sort((a, b) => a.path.localeCompare(b.path, undefined, { numeric: true }))
		.map(({ path, file }) => ({
			path,
			truth: truthOf(path),
			pixels: () => decodePicture(file),
		}));
}
