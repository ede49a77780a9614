import { compileAssemblyScript } from "../build/assemblyscript.ts";

/** Short, so that a try may pass undisturbed; many, so that the optimising compiler takes over. */
const ROUNDS = 100_000;
const TRIES = 200;
const OPERATIONS_A_ROUND = 80;

/**
 * A function that measures how many GFLOP/s one core reaches in WebAssembly's portable SIMD, which is what the
 * backend's kernels are made of: multiplications and additions on registers alone. The best of many tries.
 */
export async function peakMeasure(): Promise<() => number> {
	const module = await WebAssembly.compile(
		await compileAssemblyScript(new URL("peak.as.ts", import.meta.url)),
	);
	const memory = new WebAssembly.Memory({ initial: 1 });
	const { multiplyAndAdd } = new WebAssembly.Instance(module, { env: { memory } }).exports as {
		multiplyAndAdd(rounds: number, factor: number, term: number): number;
	};
	return () => {
		const times = Array.from({ length: TRIES }, () => {
			const start = performance.now();
			multiplyAndAdd(ROUNDS, 0.999, 0.001);
			return performance.now() - start;
		});
		return (ROUNDS * OPERATIONS_A_ROUND) / Math.min(...times) / 1e6;
	};
}
