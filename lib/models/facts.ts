import { getThreadsCount } from "@tensorflow/tfjs-backend-wasm";
import { env, getBackend, memory } from "@tensorflow/tfjs-core";

/** What the started backend runs on, and how many tensors are alive in it. */
export function backendFacts(): { backend: string; simd: boolean; threads: number; tensors: number } {
	return {
		backend: getBackend(),
		simd: env().getBool("WASM_HAS_SIMD_SUPPORT"),
		threads: Math.max(1, getThreadsCount()),
		tensors: memory().numTensors,
	};
}
