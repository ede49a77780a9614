import { fitTemperature } from "../calibration.ts";
import type { Range } from "../input.ts";
import type { Decision } from "../judging.ts";
import type { TrainedNetwork } from "../network.ts";
import type { Attempt, LabelledGlyphs } from "./attempt.ts";
import { findInput } from "./find-input.ts";
import { withLook } from "./look.ts";
import type { ModelFile, ModelFormat } from "./model-file.ts";
import { readModel } from "./read-files.ts";
import type { Beside } from "./tfjs/manifest.ts";

/** A model that was read and tried. */
export interface TriedModel {
	readonly format: ModelFormat;
	/** Whether the network was guessed from the shapes of its weights. */
	readonly guessed: boolean;
	/** As the format describes it, the batch first. */
	readonly inputShape: readonly (number | null)[];
	readonly trained: TrainedNetwork;
	readonly decision: Decision;
	/** Ways in which known digits may go in, the best first. */
	readonly attempts: readonly Attempt[];
}

/** Reads a model and finds out how it wants to see digits. The backend is started. Throws a UserError. */
export function importModel(
	main: ModelFile,
	beside: Beside,
	digits: LabelledGlyphs,
	range?: Range,
): TriedModel {
	const model = readModel(main, beside);
	const { network, convention, attempts } = findInput(model, digits, range);
	const logits = withLook(network.trained, (look) => look(digits.glyphs, convention));
	return {
		format: model.format,
		guessed: model.guessed,
		inputShape: network.inputShape,
		trained: network.trained,
		decision: { temperature: fitTemperature(logits, digits.labels), refuseAbove: 1, unsureBelow: 0 },
		attempts,
	};
}
