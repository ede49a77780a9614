import { getThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { env, getBackend, setBackend } from "@tensorflow/tfjs-core";
import { userError } from "../user-error.ts";

/**
 * Starts TensorFlow.js on WebAssembly SIMD, one thread; starting again is free. `wasmFolder` is where
 * `tfjs-backend-wasm-simd.wasm` lies, a path or an address that ends with "/"; Node finds it by itself.
 * Throws where WebAssembly SIMD is not to be had: every other backend is 30 times slower or worse.
 */
export async function startBackend(wasmFolder?: string): Promise<void> {
	if (getBackend() === "wasm") return;
	// With threads the backend calls URL.createObjectURL, which an extension's service worker lacks.
	env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
	if (wasmFolder) setWasmPaths(wasmFolder);
	const started = await setBackend("wasm");
	if (!started || getBackend() !== "wasm") throw userError("error.noWebAssembly");
	if (!env().get("WASM_HAS_SIMD_SUPPORT")) throw userError("error.noSimd");
	if (getThreadsCount() > 1) throw new Error("The backend started threads although they were switched off.");
}
