import { readFileSync, writeFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";

/** The first day that a zip can name (APPNOTE 4.4.6), in local time as zips have it: the same bytes everywhere. */
const LONG_AGO = new Date(1980, 0, 1);

/**
 * Packs a zip anew so that the same files always are the same bytes: in the order of their names, all of one time.
 */
export function stabiliseZip(path: string): void {
	const files = Object.entries(unzipSync(readFileSync(path))).sort(([a], [b]) => (a < b ? -1 : 1));
	writeFileSync(path, zipSync(Object.fromEntries(files), { level: 9, mtime: LONG_AGO }));
}
