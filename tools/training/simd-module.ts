import { readFile } from "node:fs/promises";
import asc from "assemblyscript/asc";

const KERNELS = new URL("../../lib/models/simd/module.as.ts", import.meta.url);

const OPTIONS =
	"-O3 --noAssert --runtime stub --use abort= --importMemory --enable simd --enable relaxed-simd --outFile module.wasm";

/** Compiles our WebAssembly kernels; about a second. Throws with the compiler's messages. */
export const compileSimdModule = () => compileAssemblyScript(KERNELS);

/** Compiles AssemblyScript, `*.as.ts` files of one folder, with SIMD and its fused multiply-add. */
export async function compileAssemblyScript(entry: URL): Promise<WebAssembly.Module> {
	const name = entry.pathname.slice(entry.pathname.lastIndexOf("/") + 1);
	let binary: Uint8Array<ArrayBuffer> | undefined;
	const { error, stderr } = await asc.main([name, ...OPTIONS.split(" ")], {
		readFile: (file) => (/^[\w-]+\.as\.ts$/.test(file) ? readFile(new URL(file, entry), "utf8") : null),
		writeFile: (file, contents) => {
			if (file === "module.wasm") binary = contents as Uint8Array<ArrayBuffer>;
		},
		listFiles: () => [],
	});
	if (error || !binary) throw new Error(`${name} does not compile: ${stderr}`, { cause: error });
	return WebAssembly.compile(binary);
}
