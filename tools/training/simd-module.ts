import { readFile } from "node:fs/promises";
import asc from "assemblyscript/asc";

const FOLDER = new URL("../../lib/models/simd/", import.meta.url);

const OPTIONS =
	"-O3 --noAssert --runtime stub --use abort= --importMemory --enable simd --enable relaxed-simd --outFile module.wasm";

/** Compiles our WebAssembly kernels; about a second. Throws with the compiler's messages. */
export async function compileSimdModule(): Promise<WebAssembly.Module> {
	let binary: Uint8Array<ArrayBuffer> | undefined;
	const { error, stderr } = await asc.main(["module.as.ts", ...OPTIONS.split(" ")], {
		readFile: (name) => (/^[\w-]+\.as\.ts$/.test(name) ? readFile(new URL(name, FOLDER), "utf8") : null),
		writeFile: (name, contents) => {
			if (name === "module.wasm") binary = contents as Uint8Array<ArrayBuffer>;
		},
		listFiles: () => [],
	});
	if (error || !binary) throw new Error(`The kernels do not compile: ${stderr}`, { cause: error });
	return WebAssembly.compile(binary);
}
