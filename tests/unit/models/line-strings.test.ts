import { expect, test } from "vitest";
import { likelyStrings, stringCost } from "../../../lib/models/line-strings.ts";
import { LINE_CLASSES, NOTHING, OTHER } from "../../../lib/models/line-strip.ts";
import { createRandom } from "../../../tools/random.ts";

/** Frames that show 1, 7, another character or nothing, of random probabilities. */
function someFrames(count: number, seed: number): Float32Array {
	const random = createRandom(seed);
	const frames = new Float32Array(count * LINE_CLASSES);
	for (let at = 0; at < frames.length; at += LINE_CLASSES) {
		const weights = [1, 7, OTHER, NOTHING].map((label) => [label, random() + 0.01] as const);
		const sum = weights.reduce((total, [, weight]) => total + weight, 0);
		for (const [label, weight] of weights) frames[at + label] = weight / sum;
	}
	return frames;
}

/** What every string is worth, summed over all that the frames may show. */
function byEnumeration(frames: Float32Array): Map<string, number> {
	const strings = new Map<string, number>();
	const count = frames.length / LINE_CLASSES;
	const shown = [1, 7, OTHER, NOTHING];
	for (let way = 0; way < shown.length ** count; way++) {
		let [digits, probability, last, rest] = ["", 1, NOTHING, way];
		for (let frame = 0; frame < count; frame++) {
			const label = shown[rest % shown.length];
			rest = Math.floor(rest / shown.length);
			probability *= frames[frame * LINE_CLASSES + label];
			if (label < OTHER && label !== last) digits += label;
			last = label;
		}
		strings.set(digits, (strings.get(digits) ?? 0) + probability);
	}
	return strings;
}

test("a string costs what all the ways to show it are worth together", () => {
	const frames = someFrames(5, 3);
	for (const [digits, probability] of byEnumeration(frames))
		expect(Math.exp(-stringCost(frames, digits))).toBeCloseTo(probability, 3);
});

test("the likeliest strings are those of all, in their order", () => {
	const frames = someFrames(6, 8);
	const inOrder = [...byEnumeration(frames)].sort(([, a], [, b]) => b - a).map(([digits]) => digits);
	expect(likelyStrings(frames, 12)).toEqual(inOrder.slice(0, 12));
});

test("a string that cannot be shown costs much, but no more than every number can say", () => {
	const frames = new Float32Array(2 * LINE_CLASSES);
	frames[NOTHING] = 1;
	frames[LINE_CLASSES + 4] = 1;
	expect(stringCost(frames, "4")).toBeCloseTo(0, 3);
	expect(stringCost(frames, "")).toBeGreaterThan(10);
	expect(stringCost(frames, "4444")).toBeGreaterThan(100);
	expect(Number.isFinite(stringCost(frames, "4444"))).toBe(true);
});
