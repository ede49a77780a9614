import { compileAssemblyScript } from "./assemblyscript.ts";

const SOURCE = new URL("../../lib/image/simd/module.as.ts", import.meta.url);

/**
 * The module `#ink-kernels`: our WebAssembly that finds the ink of pictures, as text. It is a part of the code and
 * no file of its own, so that it is there at once wherever pictures are read: in the background, pages, Node.
 */
export async function inkKernels() {
	const binary = Buffer.from(await compileAssemblyScript(SOURCE)).toString("base64");
	return {
		path: "ink-kernels.ts",
		text: `/** lib/image/simd/module.as.ts, compiled, base64. */\nexport const INK_KERNELS =\n\t"${binary}";\n`,
	};
}
