import { describe, expect, it } from "vitest";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { FRAME_STEP, frameCentre, frameCount, STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { NOT_A_DIGIT } from "../../../lib/models/outputs.ts";
import type { Classify, Verdict } from "../../../lib/models/verdict.ts";
import { readPicture } from "../../../lib/reading/read-picture.ts";
import { type Colour, onRing, paint } from "../image/drawing.ts";

const WHITE: Colour = [235, 235, 235];
const INK: Colour = [40, 40, 40];
const RADIUS = 30;

/** So many rings in a row, which no cut makes two of. */
function rings(count: number, rows = 1) {
	const isInk = Array.from({ length: count * rows }, (_, i) =>
		onRing(60 + 100 * (i % count), 70 + 120 * Math.floor(i / count), RADIUS, 7),
	);
	return paint(20 + 100 * count, 20 + 120 * rows, (x, y) => (isInk.some((on) => on(x, y)) ? INK : WHITE));
}

/** A verdict of these probabilities, by digit. */
function verdict(by: Readonly<Record<number, number>>): Verdict {
	return { probabilities: Float32Array.from({ length: 10 }, (_, digit) => by[digit] ?? 0) };
}

const SURE = verdict({ 0: 0.999 });
const TORN = verdict({ 0: 0.5, 6: 0.48 });

function classifier(answer: Verdict) {
	const batches: number[] = [];
	const classify: Classify = async (glyphs) => {
		batches.push(glyphs.length);
		return glyphs.map(() => answer);
	};
	return { classify, batches };
}

/** Outputs of the line model a frame: ten digits, another character, nothing. */
const OUTPUTS = NOT_A_DIGIT + 2;
const NOTHING = NOT_A_DIGIT + 1;

/** A line model that sees this digit in the frame nearest to the middle of each ring, and nothing in the others. */
function lineModel(digit: number) {
	const strips: InkMap[] = [];
	const readStrip = async (strip: InkMap) => {
		strips.push(strip);
		const probabilities = new Float32Array(frameCount(strip.width) * OUTPUTS);
		const middles = middlesOfInk(strip);
		for (let frame = 0; frame < frameCount(strip.width); frame++) {
			const sees = middles.some((middle) => Math.abs(frameCentre(frame) - middle) <= FRAME_STEP / 2);
			probabilities[frame * OUTPUTS + (sees ? digit : NOTHING)] = 1;
		}
		return probabilities;
	};
	return { readStrip, strips };
}

/** The middle of every run of columns with ink. */
function middlesOfInk({ width, height, data }: InkMap): number[] {
	const middles: number[] = [];
	let from = 0;
	for (let x = 0; x <= width; x++) {
		const hasInk =
			x < width && Array.from({ length: height }, (_, y) => data[y * width + x]).some((ink) => ink > 0.3);
		if (hasInk) continue;
		if (x > from) middles.push((from + x) / 2);
		from = x + 1;
	}
	return middles;
}

describe("a picture", () => {
	it("of one sure digit is read by its glyph: nobody asks the line model", async () => {
		const { readStrip, strips } = lineModel(6);
		expect((await readPicture(rings(1), { ...classifier(SURE), readStrip })).text).toBe("0");
		expect(strips).toHaveLength(0);
	});

	it("is less sure where the line model does not see what glyphs surely are", async () => {
		const least = async (seen: number) => {
			const { readStrip, strips } = lineModel(seen);
			const { digits } = await readPicture(rings(3), { ...classifier(SURE), readStrip });
			expect(strips).toHaveLength(1);
			return Math.min(...digits.map(({ confidence }) => confidence));
		};
		expect(await least(6)).toBeLessThan(await least(0));
	});

	it("is read by both models, each line as one strip", async () => {
		const { readStrip, strips } = lineModel(6);
		expect((await readPicture(rings(3, 2), classifier(TORN))).text).toBe("000\n000");
		const { text, digits } = await readPicture(rings(3, 2), { ...classifier(TORN), readStrip });
		expect(text).toBe("666\n666");
		expect(Math.min(...digits.map(({ confidence }) => confidence))).toBeGreaterThan(0.6);
		expect(strips).toHaveLength(2);
		expect(strips.every(({ height }) => height === STRIP_HEIGHT)).toBe(true);
	});

	it("is told how far it is, from nothing to all, and never back", async () => {
		const { readStrip } = lineModel(6);
		const shares: number[] = [];
		await readPicture(rings(3, 2), {
			...classifier(TORN),
			readStrip,
			onProgress: (share) => shares.push(share),
		});
		expect(shares.length).toBeGreaterThan(3);
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		expect(shares[0]).toBeGreaterThan(0);
		expect(shares.at(-1)).toBeGreaterThan(0.75);
		expect(shares.at(-1)).toBeLessThanOrEqual(1);
	});

	it("is given up at the next rest, whichever model is asked at the moment", async () => {
		const pixels = rings(3);
		const { batches } = await following();
		expect(batches).toBeGreaterThan(2);
		for (let last = 1; last <= batches; last++) {
			const reason = new Error("nobody waits any more");
			const asked = await following({ last, reason });
			expect(asked).toEqual({ batches: last, failure: reason });
		}

		/** How often models were asked, by a reading that is given up in the middle of the `last` time. */
		async function following({ last, reason }: { last?: number; reason?: Error } = {}) {
			const controller = new AbortController();
			const { readStrip } = lineModel(6);
			let batches = 0;
			const count = () => {
				if (++batches === last) controller.abort(reason);
			};
			const failure = await readPicture(pixels, {
				classify: async (glyphs) => {
					count();
					return glyphs.map(() => TORN);
				},
				readStrip: async (strip) => {
					count();
					return readStrip(strip);
				},
				signal: controller.signal,
			}).then(
				() => undefined,
				(error: unknown) => error,
			);
			return { batches, failure };
		}
	});
});
