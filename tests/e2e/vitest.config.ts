import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["tests/e2e/**/*.test.ts"],
		root: new URL("../..", import.meta.url).pathname,
		// Each file has a screen, a keyboard and a browser of its own, and waits for them half of its time.
		maxWorkers: 2,
		// Puppeteer asks every frame of Firefox for more than it waits for: of a frame that goes meanwhile nobody hears it.
		onUnhandledError: ({ message }) => !/DiscardedBrowsingContextError/.test(message),
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
