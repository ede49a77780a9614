import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Named arrays and plain facts: all that a training needs to go on as if it had not stopped. */
export interface Checkpoint<Facts> {
	readonly facts: Facts;
	readonly arrays: ReadonlyMap<string, Float32Array>;
}

/**
 * Writes a checkpoint: one line of JSON, then the arrays. It replaces the old one in a single step, so that a
 * training killed while writing still has a whole one.
 */
export async function writeCheckpoint<Facts>(
	path: string,
	{ facts, arrays }: Checkpoint<Facts>,
): Promise<void> {
	const index = Array.from(arrays, ([name, values]) => [name, values.length]);
	const header = Buffer.from(`${JSON.stringify({ facts, index })}\n`);
	const bodies = Array.from(arrays.values(), (values) =>
		Buffer.from(values.buffer, values.byteOffset, values.byteLength),
	);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(`${path}.new`, Buffer.concat([header, ...bodies]));
	await rename(`${path}.new`, path);
}

/** Reads the checkpoint at `path`; null where there is none. */
export async function readCheckpoint<Facts>(path: string): Promise<Checkpoint<Facts> | null> {
	const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (!file) return null;
	const end = file.indexOf("\n") + 1;
	const { facts, index } = JSON.parse(file.toString("utf8", 0, end)) as {
		facts: Facts;
		index: [string, number][];
	};
	// A copy, so that the arrays start at a multiple of four bytes.
	const body = new Float32Array(new Uint8Array(file.subarray(end)).buffer);
	let offset = 0;
	const arrays = new Map(
		index.map(([name, length]) => {
			offset += length;
			return [name, body.slice(offset - length, offset)];
		}),
	);
	return { facts, arrays };
}
