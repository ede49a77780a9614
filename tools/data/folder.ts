import { join, resolve } from "node:path";

const SHARED = resolve(import.meta.dirname, "../../../shared/data");

/** The folder of the data sets: DATA_DIR, else `../shared/data`. MNIST may have one of its own. */
export const dataFolder = (): string => process.env.DATA_DIR ?? SHARED;

/** A file of the data sets besides MNIST. */
export function dataFile(...path: string[]): string {
	return join(dataFolder(), ...path);
}
