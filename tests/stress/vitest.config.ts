import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing";

// npm run stress: of a fixed length and with a seed that is printed, so that what fails once fails again:
// SEED=7 npm run stress. It runs on what `npm run build` made.
export default defineConfig({
	plugins: [WxtVitest()],
	test: {
		include: ["tests/stress/**/*.test.ts"],
		root: new URL("../..", import.meta.url).pathname,
		setupFiles: ["tests/unit/english.ts"],
		fileParallelism: false,
		testTimeout: 300_000,
		hookTimeout: 60_000,
	},
});
