import { readFile } from "node:fs/promises";

/** Reads a file of the package from `public/`, e.g. `models/dense-512/model.json`. */
export const readPackageFile = async (path: string): Promise<ArrayBuffer> =>
	new Uint8Array(await readFile(new URL(`../../public/${path}`, import.meta.url))).buffer;
