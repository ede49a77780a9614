import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageSizes } from "./bench/sizes.ts";
import { measureModels } from "./bench/speed.ts";
import { launchChromium } from "./browsers/chromium.ts";

// npm run bench [-- --rounds N]: speed in the background worker of the extension that `npm run build` made, and
// the sizes of its parts. Prints tables and writes artifacts/bench.json.

const { values } = parseArgs({ options: { rounds: { type: "string", default: "9" } } });
const build = join(import.meta.dirname, "../.output/chrome-mv3");

const { browser, extension } = await launchChromium({ extension: build, headless: true });
try {
	const page = await browser.newPage();
	await page.goto(`chrome-extension://${extension.id}/options.html`);
	const models = await measureModels(page, Number(values.rounds));
	const sizes = await packageSizes(build);
	const zipped = sizes.reduce((sum, part) => sum + part.zipped, 0);

	console.table(models.map((times) => rounded(times)));
	console.table(sizes);
	console.log(`The zip has about ${(zipped / 1e6).toFixed(2)} MB.`);
	await mkdir("artifacts", { recursive: true });
	const machine = { processor: cpus()[0]?.model, cores: cpus().length, browser: await browser.version() };
	const report = { date: new Date().toISOString(), machine, rounds: Number(values.rounds), models, sizes };
	await writeFile("artifacts/bench.json", `${JSON.stringify(report, null, "\t")}\n`);
} finally {
	await browser.close();
}

/** Times to a hundredth of a millisecond, for the eye. */
function rounded(times: object): object {
	return Object.fromEntries(
		Object.entries(times).map(([name, value]) => [
			name,
			typeof value === "number" ? Math.round(value * 100) / 100 : value,
		]),
	);
}
