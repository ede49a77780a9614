import { gzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { sentenceOf } from "../../../lib/browser/language.ts";
import { readDigits } from "../../../lib/browser/read-digits.ts";

const stack = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 255]);
const labels = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 1, 7]);
const idxPair = { "a-idx3-ubyte.gz": gzipSync(stack), "a-idx1-ubyte": labels };

async function read(path: string, bytes: Uint8Array): Promise<number[] | string> {
	const file = new Blob([bytes as BlobPart]);
	const { signal } = new AbortController();
	return readDigits([{ path, file }], { signal, onProgress: () => {} }).then(
		({ digits }) => [...digits.labels],
		sentenceOf,
	);
}

/** A zip whose directory says that every file in it unpacks to `size` bytes (APPNOTE 4.3.12, offset 24). */
function claiming(size: number): Uint8Array {
	const zip = zipSync(idxPair);
	const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
	for (let i = 0; i + 4 <= zip.length; i++)
		if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true);
	return zip;
}

it("reads the idx pair in a zip", async () => {
	expect(await read("a.zip", zipSync(idxPair))).toEqual([7]);
});

it.each([
	[
		"a zip that says it unpacks to more than its bytes can",
		"a.zip",
		claiming(2 ** 29),
		"a.zip cannot be unpacked",
	],
	["a zip that says it unpacks to less", "a.zip", claiming(1), "is no idx file"],
	["a zip that is none", "a.zip", labels, "a.zip cannot be unpacked"],
	["half a gzip file", "a-idx3-ubyte.gz", gzipSync(stack).subarray(0, 20), "broken or cut short"],
	[
		"a stack of nothing",
		"a-idx3-ubyte",
		Uint8Array.from([...stack.subarray(0, 4), ...Array(12).fill(0).fill(9, 0, 4)]),
		"a-idx3-ubyte holds pictures without pixels.",
	],
])("refuses %s with a sentence", async (_, path, bytes, sentence) => {
	expect(await read(path, bytes)).toContain(sentence);
});
