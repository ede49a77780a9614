import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing";

const common = {
	plugins: [WxtVitest()],
	test: {
		setupFiles: ["tests/unit/english.ts"],
		restoreMocks: true,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
};

export default defineConfig({
	test: {
		projects: [
			{
				...common,
				test: {
					...common.test,
					name: "unit",
					include: ["tests/unit/**/*.test.{ts,tsx}"],
					// Half the time: packages stay loaded from file to file; modules of our own begin anew.
					pool: "threads",
					isolate: false,
				},
			},
			// What runs networks on their real backend. TensorFlow.js keeps its kernels in a global.
			{ ...common, test: { ...common.test, name: "networks", include: ["tests/networks/**/*.test.ts"] } },
		],
		coverage: {
			provider: "v8",
			include: ["lib/**/*.ts"],
			exclude: ["**/*.as.ts"],
			reportsDirectory: "artifacts/coverage",
			reporter: [["text-summary"], ["html"]],
			// A floor that only rises: whoever lifts what is measured well above it lifts it too.
			thresholds: { statements: 84, branches: 72, functions: 86, lines: 86 },
		},
	},
});
