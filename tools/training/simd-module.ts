import { readFile } from "node:fs/promises";
import asc from "assemblyscript/asc";

const SOURCE = new URL("../../lib/models/simd/convolution.as.ts", import.meta.url);

/** Compiles the convolution kernels; about a second. Throws with the compiler's messages. */
export async function compileSimdModule(): Promise<WebAssembly.Module> {
	let binary: Uint8Array<ArrayBuffer> | undefined;
	const { error, stderr } = await asc.main(
		"convolution.ts --outFile convolution.wasm -O3 --noAssert --runtime stub --use abort= --importMemory --enable simd,relaxed-simd".split(
			" ",
		),
		{
			readFile: async (name) => (name === "convolution.ts" ? readFile(SOURCE, "utf8") : null),
			writeFile: (name, contents) => {
				if (name === "convolution.wasm") binary = contents as Uint8Array<ArrayBuffer>;
			},
			listFiles: () => [],
		},
	);
	if (error || !binary) throw new Error(`The kernels do not compile: ${stderr}`, { cause: error });
	return WebAssembly.compile(binary);
}
