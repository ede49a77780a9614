import { expect, it, vi } from "vitest";
import { createReadings } from "../../../entrypoints/background/readings.ts";
import type { Classify } from "../../../lib/models/verdict.ts";
import type { Reading } from "../../../lib/reading/reading.ts";
import { userError } from "../../../lib/user-error.ts";

const reading = (text: string): Reading => ({ text, digits: [], rejected: [] });
const classifier: Classify = async () => [];
const pixels = { width: 3, height: 2, data: new Uint8ClampedArray(24) };

function setUp(effects: Partial<Parameters<typeof createReadings<string>>[0]> = {}) {
	return createReadings<string>({
		engine: {
			chosenModel: async () => ({ classify: classifier }),
			model: async (id) => {
				throw new Error(`${id} is unknown.`);
			},
		},
		readInk: async (strokes) => reading(`ink of ${strokes.length}`),
		readGlyph: async (glyph) => reading(`glyph ${glyph}`),
		readPicture: async ({ width }) => reading(`picture of width ${width}`),
		ownerOf: (sender) => sender,
		pixelsOf: async () => pixels,
		remember: async () => true,
		...effects,
	});
}

const picture = { kind: "data", url: "data:image/png;base64," } as const;

it("reads ink, glyphs and pictures", async () => {
	const readings = setUp();
	expect(await readings.readGlyph({ glyph: "x" })).toEqual({ ok: true, value: reading("glyph x") });
	expect(await readings.readInk({ strokes: [[[0, 0]]] })).toEqual({ ok: true, value: reading("ink of 1") });
	expect(await readings.readPicture({ picture }, "tab")).toEqual({
		ok: true,
		value: { reading: reading("picture of width 3"), width: 3, height: 2, pastId: expect.any(String) },
	});
});

it("says which part of the model is broken when it is first needed", async () => {
	const broken = async () => {
		throw userError("error.modelBroken", { id: "digit-ink", detail: "weights.bin is cut short" });
	};
	const readings = setUp({ readInk: broken, readGlyph: broken });
	const sentence = expect.stringContaining("digit-ink cannot be used: weights.bin is cut short");
	expect(await readings.readInk({ strokes: [] })).toEqual({ ok: false, sentence });
	expect(await readings.readGlyph({ glyph: "x" })).toEqual({ ok: false, sentence });
	const mistaken = setUp({ readInk: async () => Promise.reject(new TypeError("no such thing")) });
	await expect(mistaken.readInk({ strokes: [] })).rejects.toThrow("no such thing");
});

it("prefers as many digits as are expected, where the request says how many", async () => {
	const expected: (number | undefined)[] = [];
	const readings = setUp({
		readPicture: async (_, deps) => {
			expected.push(deps.expected);
			return reading("");
		},
	});
	await readings.readPicture({ picture, digits: 8 }, "tab");
	await readings.readPicture({ picture }, "tab");
	expect(expected).toEqual([8, undefined]);
});

it("has a table remembered with its cells", async () => {
	const remembered: string[] = [];
	const place = { confidence: 1, alternatives: [], box: { x: 0, y: 0, width: 1, height: 1 }, glyph: "" };
	const readings = setUp({
		readPicture: async () => ({
			text: "1\n2",
			digits: [
				{ ...place, digit: "1", line: 0, cell: { row: 0, column: 1 } },
				{ ...place, digit: "2", line: 1, cell: { row: 1, column: 0 } },
			],
			rejected: [],
			grid: { rows: 2, columns: 2 },
		}),
		remember: async ({ text }) => remembered.push(text) > 0,
	});
	await readings.readPicture({ picture }, "tab");
	expect(remembered).toEqual(["\t1\n2\t"]);
});

it("has every picture remembered by the name in the answer, each by its own", async () => {
	const remembered: unknown[] = [];
	const readings = setUp({
		remember: async ({ id, keepAs }) => {
			remembered.push([id, keepAs]);
			return true;
		},
	});
	const names = [];
	for (const keepAs of ["cheque.png", undefined]) {
		const answer = await readings.readPicture({ picture, ...(keepAs && { keepAs }) }, "tab");
		names.push(answer.ok && answer.value.pastId);
	}
	expect(remembered).toEqual([
		[names[0], "cheque.png"],
		[names[1], undefined],
	]);
	expect(names[0]).not.toBe(names[1]);
});

it("answers when the reading is kept, and says where there was no room for it", async () => {
	let isKept = false;
	const readings = setUp({
		remember: async () => {
			await Promise.resolve();
			isKept = true;
			return false;
		},
	});
	const answer = await readings.readPicture({ picture }, "tab");
	expect(isKept).toBe(true);
	expect(answer).toMatchObject({
		ok: true,
		value: { notice: expect.stringContaining("this reading is not kept") },
	});
});

it("keeps a reading that is asked for again under its name once, and ends the one before", async () => {
	const kept: string[] = [];
	const readings = setUp({
		readPicture: async (_, { signal }) => {
			await new Promise((resolve) => setTimeout(resolve));
			signal.throwIfAborted();
			return reading("7");
		},
		remember: async ({ id }) => kept.push(id) > 0,
	});
	const first = readings.readPicture({ picture, id: "a" }, "tab");
	const second = readings.readPicture({ picture, id: "a" }, "tab");
	const another = readings.readPicture({ picture, id: "a" }, "another tab");
	expect(await second).toMatchObject({ ok: true, value: { pastId: "tab a" } });
	expect(await first).toEqual({ ok: false, sentence: "The reading was cancelled." });
	// Whoever else calls theirs the same has it all the same.
	expect(await another).toMatchObject({ ok: true, value: { pastId: "another tab a" } });
	expect(kept).toEqual(["tab a", "another tab a"]);
});

it("passes the engine's notice on", async () => {
	const engine = {
		chosenModel: async () => ({ classify: classifier, notice: "Another model reads." }),
		model: async () => ({ classify: classifier }),
	};
	expect(await setUp({ engine }).readPicture({ picture }, "tab")).toMatchObject({
		value: { notice: "Another model reads." },
	});
});

it("answers with a sentence where the model or the picture cannot be had", async () => {
	expect(await setUp().readInk({ strokes: [], model: "x" })).toEqual({
		ok: false,
		sentence: "The model could not be started. x is unknown.",
	});
	const broken = setUp({
		pixelsOf: async () => {
			throw userError("error.pictureBroken");
		},
	});
	expect(await broken.readPicture({ picture }, "tab")).toEqual({
		ok: false,
		sentence: "This picture could not be decoded. It may be broken or of an unknown format.",
	});
});

it("does not hide a defect behind a sentence", async () => {
	const defective = setUp({
		pixelsOf: async () => {
			throw new TypeError("undefined is not a function");
		},
	});
	await expect(defective.readPicture({ picture }, "tab")).rejects.toThrow(TypeError);
});

it("ends the reading of a picture that is cancelled, and only that", async () => {
	const readings = setUp({
		readPicture: (_, { signal }) =>
			new Promise((_resolve, reject) => {
				signal.addEventListener("abort", () => reject(signal.reason));
			}),
	});
	const first = readings.readPicture({ picture, id: "first" }, "tab");
	const second = readings.readPicture({ picture, id: "second" }, "tab");
	let isSecondDone = false;
	void second.then(() => {
		isSecondDone = true;
	});
	await readings.cancelReading({ id: "unknown" });
	await readings.cancelReading({ id: "first" });
	expect(await first).toEqual({ ok: false, sentence: "The reading was cancelled." });
	expect(isSecondDone).toBe(false);
	await readings.cancelReading({ id: "second" });
	await second;
});

it("says how far the reading of a picture is, as long as it goes on", async () => {
	let finish = (_: Reading) => {};
	const readings = setUp({
		readPicture: (_, { onProgress }) => {
			onProgress(0.25);
			return new Promise((resolve) => {
				finish = resolve;
			});
		},
	});
	const share = async (id: string) => {
		const answer = await readings.readingProgress({ id });
		return answer.ok && answer.value;
	};
	const answer = readings.readPicture({ picture, id: "long" }, "tab");
	expect(await share("long")).toBe(0);
	await vi.waitFor(async () => expect(await share("long")).toBe(0.25));
	expect(await share("another")).toBe(null);
	finish(reading("7"));
	expect(await answer).toMatchObject({ ok: true });
	expect(await share("long")).toBe(null);
});

it("answers a cancelled reading at once, whatever it is doing", async () => {
	const readings = setUp({ readPicture: () => new Promise(() => {}) });
	const answer = readings.readPicture({ picture, id: "a" }, "tab");
	await new Promise((resolve) => setTimeout(resolve));
	await readings.cancelReading({ id: "a" });
	expect(await answer).toEqual({ ok: false, sentence: "The reading was cancelled." });
});

it("reads ink while pictures are read, and pictures beside each other", async () => {
	const log: string[] = [];
	// Every step takes long enough for a rest.
	let time = 0;
	vi.spyOn(performance, "now").mockImplementation(() => (time += 100));
	const readings = setUp({
		readPicture: async (_, { rest }) => {
			for (let step = 0; step < 20; step++) {
				log.push("step");
				await rest();
			}
			return reading("1");
		},
	});
	const pictures = ["a", "b", "c"].map((id) => readings.readPicture({ picture, id }, "tab"));
	await vi.waitFor(() => expect(log).toContain("step"));
	const before = log.length;
	await readings.readInk({ strokes: [] });
	expect(log.length - before).toBeLessThanOrEqual(1);
	expect(before).toBeLessThan(60);
	for (const answer of await Promise.all(pictures)) expect(answer).toMatchObject({ ok: true });
});
