import { existsSync } from "node:fs";
import { startVitest } from "vitest/node";
import { ensureBrowser } from "./browsers/install.ts";

// npm run e2e [-- FILTER...]: the tests in real browsers, on what `npm run build` made.

for (const build of [".output/chrome-mv3", ".output/firefox-mv3"])
	if (!existsSync(`${build}/manifest.json`)) throw new Error(`${build} is missing. Run: npm run build`);
await ensureBrowser("chromium");
await ensureBrowser("firefox");

const vitest = await startVitest("test", process.argv.slice(2), {
	config: "tests/e2e/vitest.config.ts",
	watch: false,
});
await vitest.close();
