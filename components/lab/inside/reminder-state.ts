import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { decodeGlyph } from "../../../lib/glyph.ts";
import type { Laboratory } from "../../../lib/lab/laboratory.ts";
import { nearest } from "../../../lib/lab/nearest.ts";
import { principalPlane } from "../../../lib/lab/principal-components.ts";
import { inBatches } from "../../../lib/tasks/batches.ts";
import type { PixelState } from "../../pixels/pixel-state.ts";

/** An example that the model finds alike. */
export interface Reminder {
	readonly digit: number;
	/** As `encodeGlyph` writes it. */
	readonly glyph: string;
	/** Cosine in the last hidden layer, -1..1. */
	readonly likeness: number;
}

/** The examples and the digit under the lens as points of a plane: what the model finds alike lies together. */
export interface DigitMap {
	readonly points: readonly {
		readonly digit: number;
		readonly glyph: string;
		readonly x: number;
		readonly y: number;
	}[];
	/** The digit under the lens; null without one. */
	readonly own: readonly [x: number, y: number] | null;
	/** How much of the differences between the examples the plane shows, 0..1. */
	readonly shown: number;
}

const SHOWN = 10;
const BATCH = 16;

/**
 * Which of the examples the glyph is most like in the model's last hidden layer. The examples are described
 * once a model, on demand, because a large model needs seconds for them.
 */
export function createReminders(
	laboratory: Laboratory,
	model: ReadonlySignal<string>,
	{ glyph, drawing, hasInk }: Pick<PixelState, "glyph" | "drawing" | "hasInk">,
	examples: readonly (readonly string[])[],
) {
	const all = examples.flatMap((glyphs, digit) => glyphs.map((example) => ({ digit, glyph: example })));
	/** The examples' features by model. */
	const described = signal<ReadonlyMap<string, Float32Array>>(new Map());
	const progress = signal<number | null>(null);
	const reminders = signal<readonly Reminder[]>([]);
	/** The features of the digit under the lens; null without one. */
	const own = signal<Float32Array | null>(null);
	const layout = computed(() => {
		const features = described.value.get(model.value);
		if (!features) return null;
		const width = features.length / all.length;
		const rows = all.map((_, i) => unitLength(features.subarray(i * width, (i + 1) * width)));
		const plane = principalPlane(rows);
		const points = rows.map((row, i) => {
			const [x, y] = plane.project(row);
			return { ...all[i], x, y };
		});
		return { plane, points };
	});

	async function describe(id: string): Promise<Float32Array> {
		const rows = await inBatches(
			all,
			async (batch) => {
				const glyphs = batch.map((example) => decodeGlyph(example.glyph));
				const { width, values } = await laboratory.features(id, glyphs);
				return batch.map((_, i) => values.subarray(i * width, (i + 1) * width));
			},
			{
				size: BATCH,
				onProgress: (done) => {
					progress.value = done / all.length;
				},
			},
		);
		const features = new Float32Array(rows.length * rows[0].length);
		rows.forEach((row, i) => {
			features.set(row, i * row.length);
		});
		return features;
	}

	effect(() => {
		const features = described.value.get(model.value);
		const now = glyph.value;
		if (drawing.value) return;
		if (!features || !hasInk.value) {
			reminders.value = [];
			own.value = null;
			return;
		}
		let current = true;
		laboratory.features(model.value, [now]).then(
			({ values }) => {
				if (!current) return;
				own.value = values;
				reminders.value = nearest(values, features, SHOWN).map(({ index, likeness }) => ({
					...all[index],
					likeness,
				}));
			},
			() => {},
		);
		return () => {
			current = false;
		};
	});

	return {
		/** How many examples there are. */
		count: all.length,
		described,
		progress,
		reminders,
		/** Null until the examples are described. */
		map: computed<DigitMap | null>(() => {
			const laid = layout.value;
			if (!laid) return null;
			const row = own.value;
			const fits = row && row.length * all.length === described.value.get(model.value)?.length;
			return {
				points: laid.points,
				own: fits ? laid.plane.project(unitLength(row)) : null,
				shown: laid.plane.shown,
			};
		}),
		/** Describes the examples with the model that is shown. */
		async prepare(): Promise<void> {
			const id = model.value;
			if (progress.value !== null || all.length === 0) return;
			progress.value = 0;
			try {
				const features = await describe(id);
				described.value = new Map(described.value).set(id, features);
			} catch {
				// What is wrong with the model is said where its layers are shown.
			} finally {
				progress.value = null;
			}
		},
	};
}

/** Only the direction of features tells what they are of, as for the nearest examples. */
function unitLength(row: Float32Array): Float32Array {
	const length = Math.hypot(...row);
	return length > 0 ? row.map((value) => value / length) : row;
}
