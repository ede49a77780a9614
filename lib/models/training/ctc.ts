import { softmax } from "../calibration.ts";
import { bestLabels } from "../line-strip.ts";
import type { LossFunction } from "./loss.ts";

/** A character of a line and the frames in which it may be shown: `from` (inclusive) to `to` (exclusive). */
export interface Target {
	readonly label: number;
	readonly from: number;
	readonly to: number;
}

/** What a line says, from left to right. */
export type Targets = readonly Target[];

/** The loss of one line. */
export interface LineLoss {
	/** - log of the line's probability; Infinity where no alignment can show it. */
	readonly loss: number;
	/** Its gradient by the logits, [frames, classes]. */
	readonly gradient: Float32Array;
}

const logSum = (a: number, b: number): number => {
	const [high, low] = a > b ? [a, b] : [b, a];
	return low === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
};

/**
 * Connectionist temporal classification (Graves et al. 2006): the probability of a line is the sum over all
 * alignments, in which every frame shows a character or nothing, a character may stay for several frames, and two
 * equal neighbours have nothing between them. Forward and backward variables in log space. An alignment that shows
 * a character outside its frames does not count, so that the network learns where a character is, too.
 *
 * @param logits [frames, classes]; the last class is nothing (the blank)
 */
export function ctcLoss(logits: Float32Array, classes: number, targets: Targets): LineLoss {
	const frames = logits.length / classes;
	const blank = classes - 1;
	const states = 2 * targets.length + 1;
	const probabilities = new Float32Array(logits.length);
	const logs = new Float64Array(logits.length);
	for (let at = 0; at < logits.length; at += classes) {
		const row = softmax(logits.subarray(at, at + classes));
		probabilities.set(row, at);
		for (let c = 0; c < classes; c++) logs[at + c] = Math.log(Math.max(row[c], 1e-30));
	}
	// State 2 k + 1 is character k, the even ones are nothing before, between and after.
	const labelOf = (state: number) => (state % 2 ? targets[state >> 1].label : blank);
	const isOpen = (state: number, frame: number) =>
		state % 2 === 0 || (frame >= targets[state >> 1].from && frame < targets[state >> 1].to);
	const skips = (state: number) => state % 2 === 1 && state > 1 && labelOf(state) !== labelOf(state - 2);

	const alpha = new Float64Array(frames * states).fill(Number.NEGATIVE_INFINITY);
	for (let t = 0; t < frames; t++) {
		for (let s = 0; s < states; s++) {
			if (!isOpen(s, t)) continue;
			let arrived = t === 0 && s < 2 ? 0 : Number.NEGATIVE_INFINITY;
			if (t > 0) {
				const before = (t - 1) * states + s;
				arrived = alpha[before];
				if (s > 0) arrived = logSum(arrived, alpha[before - 1]);
				if (skips(s)) arrived = logSum(arrived, alpha[before - 2]);
			}
			alpha[t * states + s] = arrived + logs[t * classes + labelOf(s)];
		}
	}
	const end = frames * states - 1;
	const total = states > 1 ? logSum(alpha[end], alpha[end - 1]) : alpha[end];
	const gradient = new Float32Array(logits.length);
	if (total === Number.NEGATIVE_INFINITY) return { loss: Number.POSITIVE_INFINITY, gradient };

	// What is still to come after each state, and with it how much of the line's probability goes through it.
	gradient.set(probabilities);
	let after = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
	for (let s = Math.max(0, states - 2); s < states; s++) after[s] = 0;
	for (let t = frames - 1; t >= 0; t--) {
		for (let s = 0; s < states; s++) {
			const through = alpha[t * states + s] + after[s] - total;
			if (through > -50) gradient[t * classes + labelOf(s)] -= Math.exp(through);
		}
		const shown = (s: number) =>
			isOpen(s, t) ? after[s] + logs[t * classes + labelOf(s)] : Number.NEGATIVE_INFINITY;
		const next = new Float64Array(states);
		for (let s = 0; s < states; s++) {
			let rest = shown(s);
			if (s + 1 < states) rest = logSum(rest, shown(s + 1));
			if (s + 2 < states && skips(s + 2)) rest = logSum(rest, shown(s + 2));
			next[s] = rest;
		}
		after = next;
	}
	return { loss: -total, gradient };
}

/** Numbers that a line's targets take: three for each character. */
export const TARGET_SIZE = 3;

/** Stands after the last target. */
const END = 255;

/** Writes a line's targets to `into`, which has room for them; frames are less than 255. */
export function packTargets(targets: Targets, into: Uint8Array): void {
	into.fill(END);
	targets.forEach(({ label, from, to }, k) => {
		into.set([label, from, to], k * TARGET_SIZE);
	});
}

export function unpackTargets(packed: Uint8Array): Targets {
	const targets: Target[] = [];
	for (let at = 0; at + TARGET_SIZE <= packed.length && packed[at] !== END; at += TARGET_SIZE)
		targets.push({ label: packed[at], from: packed[at + 1], to: packed[at + 2] });
	return targets;
}

/**
 * The mean CTC loss of lines of equal length, per line, and how many of them are read exactly; the labels are packed
 * targets. Lines that no alignment can show do not count.
 */
export const ctcBatchLoss: LossFunction = (logits, labels, { samples, classes }) => {
	const gradient = new Float32Array(logits.length);
	const [size, room] = [logits.length / samples, labels.length / samples];
	let [loss, correct, counted] = [0, 0, 0];
	for (let line = 0; line < samples; line++) {
		const own = logits.subarray(line * size, (line + 1) * size);
		const targets = unpackTargets(labels.subarray(line * room, (line + 1) * room));
		const one = ctcLoss(own, classes, targets);
		if (one.loss === Number.POSITIVE_INFINITY) continue;
		loss += one.loss;
		gradient.set(one.gradient, line * size);
		correct += Number(String(bestLabels(own, classes)) === String(targets.map(({ label }) => label)));
		counted++;
	}
	const share = 1 / Math.max(1, counted);
	return { loss: loss * share, correct, counted, gradient: gradient.map((value) => value * share) };
};
