import { describe, expect, it } from "vitest";
import { softmax } from "../../../../lib/models/calibration.ts";
import { bestLabels } from "../../../../lib/models/line-strip.ts";
import {
	ctcBatchLoss,
	ctcLoss,
	packTargets,
	type Targets,
	unpackTargets,
} from "../../../../lib/models/training/ctc.ts";
import { createRandom, normal } from "../../../../tools/random.ts";

const CLASSES = 4;
const BLANK = 3;
const FRAMES = 6;

const random = createRandom(3);
const someLogits = () => Float32Array.from({ length: FRAMES * CLASSES }, () => 1.5 * normal(random));
const anywhere = (...labels: number[]): Targets => labels.map((label) => ({ label, from: 0, to: FRAMES }));

/** The probability of a line by summing over every way to label the frames. */
function probabilityByEnumeration(logits: Float32Array, targets: Targets): number {
	const rows = Array.from({ length: FRAMES }, (_, t) =>
		softmax(logits.subarray(t * CLASSES, (t + 1) * CLASSES)),
	);
	let sum = 0;
	for (let code = 0; code < CLASSES ** FRAMES; code++) {
		const path = Array.from({ length: FRAMES }, (_, t) => Math.floor(code / CLASSES ** t) % CLASSES);
		const starts = path.flatMap((label, t) => (label !== BLANK && label !== path[t - 1] ? [t] : []));
		const isLine = String(starts.map((t) => path[t])) === String(targets.map(({ label }) => label));
		const stays = starts.every((start, k) => {
			for (let t = start; path[t] === path[start] && t < FRAMES; t++)
				if (t < targets[k]?.from || t >= targets[k]?.to) return false;
			return true;
		});
		if (isLine && stays) sum += path.reduce((product, label, t) => product * rows[t][label], 1);
	}
	return sum;
}

const cases: [string, Targets][] = [
	["an empty line", []],
	["one character", anywhere(1)],
	["two equal neighbours", anywhere(2, 2)],
	["three characters", anywhere(0, 1, 0)],
	["as many as fit", anywhere(0, 1, 2, 0, 1, 2)],
	[
		"characters in their own frames",
		[
			{ label: 0, from: 0, to: 3 },
			{ label: 0, from: 2, to: 5 },
			{ label: 1, from: 4, to: 6 },
		],
	],
];

describe.each(cases)("the CTC loss of %s", (_, targets) => {
	it("is - log of the sum over all alignments", () => {
		const logits = someLogits();
		const { loss } = ctcLoss(logits, CLASSES, targets);
		expect(loss).toBeCloseTo(-Math.log(probabilityByEnumeration(logits, targets)), 4);
	});

	it("has the gradient that differences show", () => {
		const logits = someLogits();
		const { gradient } = ctcLoss(logits, CLASSES, targets);
		const step = 1e-2;
		for (let i = 0; i < logits.length; i++) {
			const at = (value: number) => ctcLoss(logits.with(i, value), CLASSES, targets).loss;
			expect(gradient[i]).toBeCloseTo((at(logits[i] + step) - at(logits[i] - step)) / (2 * step), 3);
		}
	});
});

it("a line that no alignment can show has no finite loss and teaches nothing", () => {
	const { loss, gradient } = ctcLoss(someLogits(), CLASSES, anywhere(1, 1, 1, 1));
	expect(loss).toBe(Number.POSITIVE_INFINITY);
	expect(gradient.every((value) => value === 0)).toBe(true);
});

it("the best labels drop repetitions and blanks, and keep equal neighbours apart", () => {
	const shown = [BLANK, 1, 1, BLANK, 1, 0, BLANK];
	const logits = Float32Array.from(
		shown.flatMap((label) => Array.from({ length: CLASSES }, (_, c) => Number(c === label))),
	);
	expect(bestLabels(logits, CLASSES)).toEqual([1, 1, 0]);
});

it("targets come back as they were packed", () => {
	const targets = [
		{ label: 7, from: 2, to: 9 },
		{ label: 10, from: 8, to: 12 },
	];
	const packed = new Uint8Array(12);
	packTargets(targets, packed);
	expect(unpackTargets(packed)).toEqual(targets);
});

it("a batch's loss is the mean over the lines that can be shown", () => {
	const [first, second] = [someLogits(), someLogits()];
	const labels = new Uint8Array(2 * 12);
	packTargets(anywhere(0, 1), labels.subarray(0, 12));
	packTargets(anywhere(1, 1, 1, 1), labels.subarray(12));
	const batch = ctcBatchLoss(Float32Array.from([...first, ...second]), labels, {
		samples: 2,
		classes: CLASSES,
	});
	const alone = ctcLoss(first, CLASSES, anywhere(0, 1));
	expect(batch.counted).toBe(1);
	expect(batch.loss).toBeCloseTo(alone.loss, 6);
	expect(Array.from(batch.gradient.subarray(0, first.length))).toEqual(Array.from(alone.gradient));
});
