import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["tests/e2e/**/*.test.ts"],
		root: new URL("../..", import.meta.url).pathname,
		// One screen, one keyboard: tests take turns.
		fileParallelism: false,
		// The first shortcut after a fresh window can come before the window manager has given it the keyboard.
		retry: 2,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
