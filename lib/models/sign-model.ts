import * as tf from "@tensorflow/tfjs-core";
import { GLYPH_SIDE, GLYPH_SIZE } from "../glyph.ts";
import { softmax } from "./calibration.ts";
import { createExecutor } from "./executor.ts";
import { foldForInference } from "./folding.ts";
import type { StoredModel } from "./format.ts";
import type { ClassifySigns } from "./verdict.ts";

/** A model of signs on the backend. */
export interface SignModel {
	readonly classifySigns: ClassifySigns;
	/** Frees its weights; it cannot classify any more. */
	dispose(): void;
}

/** Puts a model that tells signs from digits on the backend, folded for speed. */
export function signModelOf(model: StoredModel): SignModel {
	const executor = createExecutor(foldForInference(model));
	return {
		async classifySigns(glyphs) {
			if (glyphs.length === 0) return [];
			const pixels = new Float32Array(glyphs.length * GLYPH_SIZE);
			for (const [i, glyph] of glyphs.entries()) pixels.set(glyph, i * GLYPH_SIZE);
			const logits = tf.tidy(() =>
				executor.run(tf.tensor(pixels, [glyphs.length, GLYPH_SIDE, GLYPH_SIDE, 1])),
			);
			const classes = logits.shape.at(-1)!;
			const values = (await logits.data()) as Float32Array;
			logits.dispose();
			return glyphs.map((_, i) =>
				softmax(values.subarray(i * classes, (i + 1) * classes), model.decision.temperature),
			);
		},
		dispose: () => executor.dispose(),
	};
}
