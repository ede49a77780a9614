import { readFile } from "node:fs/promises";
import asc from "assemblyscript/asc";

const OPTIONS =
	"-O3 --noAssert --uncheckedBehavior always --runtime stub --use abort= --importMemory --outFile module.wasm";

/**
 * Compiles AssemblyScript, `*.as.ts` files of one folder, to a WebAssembly module that takes its memory as
 * `env.memory`; about a second. Throws with the compiler's messages.
 *
 * @param features of WebAssembly that it may use
 */
export async function compileAssemblyScript(
	entry: URL,
	features: readonly ("simd" | "relaxed-simd")[] = ["simd"],
): Promise<Uint8Array<ArrayBuffer>> {
	const name = entry.pathname.slice(entry.pathname.lastIndexOf("/") + 1);
	const enabled = features.flatMap((feature) => ["--enable", feature]);
	let binary: Uint8Array<ArrayBuffer> | undefined;
	const { error, stderr } = await asc.main([name, ...OPTIONS.split(" "), ...enabled], {
		readFile: (file) => (/^[\w-]+\.as\.ts$/.test(file) ? readFile(new URL(file, entry), "utf8") : null),
		writeFile: (file, contents) => {
			if (file === "module.wasm") binary = contents as Uint8Array<ArrayBuffer>;
		},
		listFiles: () => [],
	});
	if (error || !binary) throw new Error(`${name} does not compile: ${stderr}`, { cause: error });
	return binary;
}
