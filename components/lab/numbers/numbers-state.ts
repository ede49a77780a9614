import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { sentenceOf } from "../../../lib/browser/language.ts";
import { toCsv } from "../../../lib/csv.ts";
import type { Pixels } from "../../../lib/image/pixels.ts";
import type { Laboratory } from "../../../lib/lab/laboratory.ts";

/** A picture of numbers, and what it is where somebody has said so. */
export interface NumberPicture {
	readonly path: string;
	readonly truth: string | null;
	/** Rejects with a sentence when it cannot be decoded. */
	pixels(): Promise<Pixels>;
}

/** What was read in one picture. */
export interface NumberRow {
	readonly path: string;
	readonly truth: string | null;
	/** Lines parted by "\n"; empty where no digit was read. */
	readonly read: string;
	/** Of the least sure digit; 0 where none was read. */
	readonly confidence: number;
	/** Why nothing could be read; null where it could. */
	readonly failure: string | null;
}

export interface NumbersWork {
	readonly done: number;
	readonly of: number;
}

export type NumbersState = ReturnType<typeof createNumbersState>;

/** Whether a picture was read as what it is; null where nobody has said what it is. Lines count as one number. */
export function isRight({ truth, read }: NumberRow): boolean | null {
	return truth === null ? null : read.replaceAll("\n", "") === truth;
}

/** A folder of pictures of whole numbers, read one after the other, without the looks. */
export function createNumbersState(
	laboratory: Pick<Laboratory, "readPicture">,
	model: ReadonlySignal<string>,
) {
	const rows = signal<readonly NumberRow[]>([]);
	const work = signal<NumbersWork | null>(null);
	const failure = signal<string | null>(null);
	let control: AbortController | undefined;

	async function readOne({ path, truth, pixels }: NumberPicture): Promise<NumberRow> {
		try {
			const { text, digits } = await laboratory.readPicture(model.value, await pixels());
			const confidence = digits.length > 0 ? Math.min(...digits.map((digit) => digit.confidence)) : 0;
			return { path, truth, read: text, confidence, failure: null };
		} catch (error) {
			return { path, truth, read: "", confidence: 0, failure: sentenceOf(error) };
		}
	}

	return {
		rows,
		work,
		/** Why the files could not be opened; null where they could. */
		failure,
		/** How many of those whose number is known were read right, and how many those are. */
		score: computed(() => {
			const known = rows.value.filter(({ truth }) => truth !== null);
			return { right: known.filter((row) => isRight(row)).length, known: known.length };
		}),
		/** Reads pictures that `find` finds; what was read before goes. A picture that cannot be read is a row too. */
		async open(find: () => Promise<readonly NumberPicture[]>): Promise<void> {
			if (control) return;
			control = new AbortController();
			const { signal: ended } = control;
			failure.value = null;
			work.value = { done: 0, of: 0 };
			try {
				const pictures = await find();
				rows.value = [];
				for (const [i, picture] of pictures.entries()) {
					work.value = { done: i, of: pictures.length };
					const row = await readOne(picture);
					if (ended.aborted) break;
					rows.value = [...rows.value, row];
				}
			} catch (error) {
				failure.value = sentenceOf(error);
			} finally {
				control = undefined;
				work.value = null;
			}
		},
		/** What was read until then stays. */
		cancel: () => control?.abort(),
		/** All rows for a spreadsheet. */
		csv: () =>
			toCsv([
				["file", "number", "read", "right", "least_confidence", "error"],
				...rows.value.map((row) => [
					row.path,
					row.truth ?? "",
					row.read.replaceAll("\n", " "),
					{ true: "yes", false: "no", null: "" }[`${isRight(row)}`],
					row.confidence.toFixed(4),
					row.failure ?? "",
				]),
			]),
	};
}
