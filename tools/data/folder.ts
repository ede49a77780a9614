import { join, resolve } from "node:path";

const SHARED = resolve(import.meta.dirname, "../../../shared/data");

/** A file of the data sets besides MNIST, which lie in DATA_DIR or in `../shared/data`. */
export function dataFile(...path: string[]): string {
	return join(process.env.DATA_DIR ?? SHARED, ...path);
}
