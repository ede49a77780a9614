import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../../../lib/models/catalogue.ts";
import { loadClassifier } from "../../../../lib/models/loading.ts";
import type { Classify } from "../../../../lib/models/verdict.ts";
import { readPicture } from "../../../../lib/reading/read-picture.ts";
import { readPackageFile } from "../../../../tools/data/package-file.ts";
import { loadValidation } from "../../../../tools/data/validation.ts";
import { pagesOnPapers } from "../../../../tools/evaluation/pages-on-papers.ts";
import { distanceTo, lengthOf } from "../../../../tools/evaluation/text-distance.ts";

let classify: Classify;
beforeAll(async () => {
	await startBackend();
	({ classify } = await loadClassifier(DEFAULT_MODEL, readPackageFile));
});

/** Pages of each kind: enough to see a kind break down, few enough for a unit test. */
const PAGES = 3;
/** Share of the digits that is read on every kind of paper. */
const LEAST_READ = 0.85;

const pages = pagesOnPapers(await loadValidation(), "tuning", 3).filter(([kind]) => kind !== "huge");

it.each(pages)("nearly all digits are read: %s", async (_, samples) => {
	let [edits, length] = [0, 0];
	for (const { truth, load } of samples.slice(0, PAGES)) {
		const { text } = await readPicture(await load(), { classify });
		edits += distanceTo(truth, text);
		length += lengthOf(truth.text);
	}
	expect(1 - edits / length).toBeGreaterThan(LEAST_READ);
});
