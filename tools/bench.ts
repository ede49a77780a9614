import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureLine } from "./bench/line.ts";
import { measurePage } from "./bench/page.ts";
import { peakMeasure } from "./bench/peak.ts";
import { measurePeers } from "./bench/peers.ts";
import { measurePictures } from "./bench/pictures.ts";
import { measurePopup } from "./bench/popup.ts";
import { packageSizes } from "./bench/sizes.ts";
import { measureModels } from "./bench/speed.ts";
import { workOf } from "./bench/work.ts";
import { launchChromium } from "./browsers/chromium.ts";

// npm run bench [-- --rounds N] [--no-peers]: speed in the background worker of the extension that `npm run build`
// made, the time from a choice in a page's menu to its panel, its popup, the line model in Node, the sizes of its parts,
// and in the same run ONNX Runtime Web and TensorFlow.js on the same networks and Tesseract on the same digits. Prints
// tables and writes artifacts/bench.json.

const { values } = parseArgs({
	options: { rounds: { type: "string", default: "9" }, peers: { type: "boolean", default: true } },
	allowNegative: true,
});
const build = join(import.meta.dirname, "../.output/chrome-mv3");

const { browser, extension } = await launchChromium({ extension: build, headless: true });
try {
	const page = await browser.newPage();
	await page.goto(`chrome-extension://${extension.id}/options.html`);
	const pages = await measurePage({ browser, extension }, Number(values.rounds));
	const models = await measureModels(page, Number(values.rounds));
	const pictures = await measurePictures(page, Number(values.rounds));
	const line = await measureLine(Number(values.rounds));
	const popup = await measurePopup(
		browser,
		`chrome-extension://${extension.id}/popup.html`,
		Number(values.rounds),
	);
	const work = await workOf(models, await peakMeasure());
	const peers = values.peers ? await measurePeers(browser, models) : undefined;
	const sizes = await packageSizes(build);
	const zipped = sizes.reduce((sum, part) => sum + part.zipped, 0);

	console.table(pages.map(rounded));
	console.table(models.map(rounded));
	console.table([rounded(popup)]);
	console.table(work.map(rounded));
	console.table([rounded(pictures)]);
	console.table([rounded(line)]);
	if (peers) {
		console.table(peers.onnxRuntimeWeb.map(rounded));
		console.table(peers.tensorflowJs.map(rounded));
		console.table([rounded(peers.tesseract)]);
	}
	console.table(sizes);
	console.log(`The zip has about ${(zipped / 1e6).toFixed(2)} MB.`);
	await mkdir("artifacts", { recursive: true });
	const machine = { processor: cpus()[0]?.model, cores: cpus().length, browser: await browser.version() };
	const report = {
		date: new Date().toISOString(),
		machine,
		rounds: Number(values.rounds),
		pages,
		models,
		pictures,
		line,
		popup,
		work,
		peers,
		sizes,
	};
	await writeFile("artifacts/bench.json", `${JSON.stringify(report, null, "\t")}\n`);
} finally {
	await browser.close();
}

/** Numbers to three figures, for the eye. */
function rounded(times: object): object {
	return Object.fromEntries(
		Object.entries(times).map(([name, value]) => [
			name,
			typeof value === "number" ? Number(value.toPrecision(3)) : value,
		]),
	);
}
