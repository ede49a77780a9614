import { digitInk } from "../../../lib/models/architectures/digit-ink.ts";
import { refusableWriting, unseenMaps } from "../../data/unseen-writing.ts";
import { adam } from "../optimizers.ts";
import type { Recipe } from "../recipe.ts";
import { digitInkSource } from "../sources/digit-ink.ts";

export const recipe: Recipe = {
	network: digitInk,
	description:
		"Goes on from its own earlier weights, which began as digit-lens with the maps of the pen's directions unheard. " +
		"Adam, one cycle up to 6e-4, weight decay 1e-4, batch 64, label smoothing 0.02, weights averaged over about 200 " +
		"steps. Trained on pen strokes (24 writers of pendigits), single-line fonts, the digit forms of many schools and " +
		"those that the way of the pen alone tells, bent, sampled as by mouse and finger, now and then with strokes " +
		"reversed, joined, parted, drawn over or without order; one digit in ten, and some of MNIST, without the way of " +
		"the pen. Against letters, signs, scribbles, shapes and spoiled digits as strokes (not a digit), and two or three " +
		"digits (several digits). Validated on the six other writers of pendigits, as they wrote, backwards, in any order " +
		"and by mouse; the forms were added after a look at what these writers had misread.",
	source: digitInkSource,
	trainedOn: ["mnist", "pendigits"],
	validation: unseenMaps,
	refusal: refusableWriting,
	initialiser: { model: "digit-ink" },
	optimizer: adam(1e-4),
	learningRate: 6e-4,
	schedule: { kind: "one-cycle", rise: 0.2 },
	batchSize: 64,
	epochs: 4,
	labelSmoothing: 0.02,
	averaging: 0.995,
	keep: "mean of start, best and last",
	coarsestPrecision: "uint8",
};
