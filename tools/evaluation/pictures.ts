import path from "node:path";
import type { Answer } from "../../lib/models/calibration.ts";
import { type PictureReader, readPicture } from "../../lib/reading/read-picture.ts";
import { displayText, tableOf } from "../../lib/reading/reading.ts";
import { loadTest } from "../data/mnist.ts";
import { loadValidation } from "../data/validation.ts";
import { composeLines } from "./composed-lines.ts";
import { drawnNumbers } from "./drawn-numbers.ts";
import { filledForms } from "./forms/filled-forms.ts";
import { pagesOnPapers } from "./pages-on-papers.ts";
import { isHard, type Part, type PictureSample, readKinds, readPictureSet } from "./picture-sets.ts";
import { sheetsInScenes } from "./scenes/sheets-in-scenes.ts";
import { onlyWrongDigit, type SetSureness, sureness } from "./sureness.ts";
import { distanceTo, lengthOf } from "./text-distance.ts";
import { writtenLines } from "./written-lines.ts";

/** How well one part of a set was read. */
export interface PictureScore extends SetSureness {
	readonly pictures: number;
	/** Share of the pictures whose digits were all read right and none too many: 0..1. */
	readonly exact: number;
	/** The same of pictures with several digits only; NaN without any. */
	readonly exactSeveral: number;
	/** Share of those whose signs are known that are also shown as written; NaN without any. */
	readonly shown: number;
	/** Share of the cells of tables that hold what they should, empty ones too; NaN without any. */
	readonly cells: number;
	/** 1 less the edit distance per digit; NaN where nothing is to be read. */
	readonly similarity: number;
	/** Milliseconds a picture, decoding included. */
	readonly ms: number;
}

/** A picture that was not read as it should be. */
export interface Misreading {
	readonly set: string;
	readonly name: string;
	readonly expected: string;
	readonly read: string;
}

/**
 * Reads every set of pictures and scores its tuning and its check part apart. Lines and pages composed of
 * validation digits are for tuning, of test digits for the check.
 *
 * @param data the folder with photos/, orand-car-a/, nondigits/ and paper/
 */
export async function evaluatePictures(
	reader: PictureReader,
	data: string,
	onMisreading: (misreading: Misreading) => void,
): Promise<PictureScore[]> {
	const folder = (set: string, wanted?: Parameters<typeof readPictureSet>[1]) =>
		readPictureSet(path.join(data, set), wanted);
	const [validation, test] = [await loadValidation(), await loadTest()];
	const checkPages = new Map([...pagesOnPapers(test, "check", 2), ...sheetsInScenes(test, "check", 2)]);
	const sets: readonly (readonly [string, readonly PictureSample[]])[] = [
		["photos", await folder("photos", (label) => !isHard(label))],
		["photos, hard", await folder("photos", isHard)],
		["orand-car-a", await folder("orand-car-a")],
		[
			"composed lines",
			[...composeLines(validation, "tuning", 400, 1), ...composeLines(test, "check", 400, 2)],
		],
		["written lines", await writtenLines()],
		["nondigits", await folder("nondigits")],
		...(await readKinds(path.join(data, "paper"))),
		...[...pagesOnPapers(validation, "tuning", 1), ...sheetsInScenes(validation, "tuning", 1)].map(
			([kind, pages]) => [kind, [...pages, ...checkPages.get(kind)!]] as const,
		),
		...(await drawnNumbers()),
		...(await filledForms()),
	];
	const scores: PictureScore[] = [];
	for (const [set, samples] of sets) {
		for (const part of ["tuning", "check"] as const) {
			const some = samples.filter((sample) => sample.part === part);
			scores.push(await score(set, part, some, reader, onMisreading));
		}
	}
	return scores;
}

async function score(
	set: string,
	part: Part,
	samples: readonly PictureSample[],
	reader: PictureReader,
	onMisreading: (misreading: Misreading) => void,
): Promise<PictureScore> {
	const started = performance.now();
	let edits = 0;
	let length = 0;
	let exact = 0;
	let several = 0;
	let exactSeveral = 0;
	let [displays, shown] = [0, 0];
	let [cells, inPlace] = [0, 0];
	const answers: Answer[] = [];
	const oneWrong = { count: 0, marked: 0 };
	for (const { name, truth, display, table, load } of samples) {
		const reading = await readPicture(await load(), reader);
		const { text } = reading;
		displays += display ? 1 : 0;
		shown += display && withoutSpace(displayText(reading)) === withoutSpace(display) ? 1 : 0;
		const read = table ? tableOf(reading) : null;
		for (const [row, texts] of (table ?? []).entries()) {
			cells += texts.length;
			inPlace += texts.filter((text, column) => read?.[row]?.[column] === text).length;
		}
		const distance = distanceTo(truth, text);
		const digits = lengthOf(truth.text);
		const isExact = distance === 0;
		answers.push({ confidence: sureness(reading), right: distance === 0 });
		const wrong = onlyWrongDigit(truth.text, reading);
		oneWrong.count += wrong ? 1 : 0;
		oneWrong.marked += wrong?.isLeastSure ? 1 : 0;
		edits += distance;
		length += digits;
		exact += isExact ? 1 : 0;
		several += digits > 1 ? 1 : 0;
		exactSeveral += digits > 1 && isExact ? 1 : 0;
		if (!isExact && part === "tuning") onMisreading({ set, name, expected: truth.text, read: text });
	}
	return {
		set,
		part,
		pictures: samples.length,
		exact: exact / samples.length,
		exactSeveral: exactSeveral / several,
		shown: shown / displays,
		cells: inPlace / cells,
		similarity: length > 0 ? 1 - edits / length : Number.NaN,
		ms: (performance.now() - started) / samples.length,
		answers,
		oneWrong,
	};
}

const withoutSpace = (text: string) => text.replace(/\s/g, "");

/** The scores as a table to read. */
export function scoreTable(scores: readonly PictureScore[]): string {
	const percent = (share: number) => (Number.isNaN(share) ? "" : (100 * share).toFixed(1)).padStart(8);
	const rows = scores.map(
		({ set, part, pictures, exact, exactSeveral, shown, cells, similarity, ms }) =>
			`${set.padEnd(15)} ${part.padEnd(7)} ${String(pictures).padStart(5)} ${percent(exact)} ${percent(exactSeveral)} ${percent(shown)} ${percent(cells)} ${percent(similarity)} ${ms.toFixed(1).padStart(7)}`,
	);
	return [
		"set             part    count  exact %  several    shown    cells  1-edit %      ms",
		...rows,
	].join("\n");
}
