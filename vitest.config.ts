import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing";

export default defineConfig({
	plugins: [WxtVitest()],
	test: {
		include: ["tests/unit/**/*.test.{ts,tsx}"],
		setupFiles: ["tests/unit/english.ts"],
		restoreMocks: true,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
