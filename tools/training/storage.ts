import { parseModel, type StoredModel, serialiseModel } from "../../lib/models/format.ts";
import type { Precision } from "../../lib/models/quantisation.ts";
import type { LossFunction } from "../../lib/models/training/loss.ts";
import { type DigitSet, pictureSize } from "../data/digit-set.ts";
import { scoreOf } from "./validation.ts";

/** A model's two files, how its kernels are stored in them, and what that cost. */
export interface Storage {
	readonly json: string;
	readonly bin: Uint8Array;
	readonly precision: Precision;
	/** Share of the validation digits that float32 kernels read right and these do not, net. May be negative. */
	readonly accuracyLost: number;
}

/** Coarser storage may lose fewer validation digits than this, net: one, and no rounding error. */
const TOLERATED = 1.5;

const FROM_COARSE_TO_FINE: readonly Precision[] = ["uint8", "float16", "float32"];

/**
 * Stores `model` as coarsely as the validation digits allow, beginning with `coarsest`.
 *
 * @param exact share of the validation digits that the model reads right as it is
 */
export function storeModel(
	model: StoredModel,
	coarsest: Precision,
	validation: DigitSet,
	exact: number,
	lossOf: LossFunction,
): Storage {
	const tolerated = (TOLERATED * pictureSize(validation)) / validation.pixels.length;
	const finer = FROM_COARSE_TO_FINE.slice(FROM_COARSE_TO_FINE.indexOf(coarsest));
	for (const precision of finer) {
		const { json, bin } = serialiseModel(model, precision);
		const stored = parseModel(model.network.id, new TextEncoder().encode(json).buffer, bin.slice().buffer);
		const accuracyLost = exact - scoreOf(stored, validation, lossOf).accuracy;
		if (accuracyLost < tolerated || precision === "float32") return { json, bin, precision, accuracyLost };
	}
	throw new Error(`${coarsest} is no precision that kernels are stored in.`);
}
