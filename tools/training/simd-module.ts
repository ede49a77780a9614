import { compileAssemblyScript } from "../build/assemblyscript.ts";

const KERNELS = new URL("../../lib/models/simd/module.as.ts", import.meta.url);

/** Compiles our WebAssembly kernels of networks, with SIMD's fused multiply-add. */
export const compileSimdModule = async () =>
	WebAssembly.compile(await compileAssemblyScript(KERNELS, ["simd", "relaxed-simd"]));
