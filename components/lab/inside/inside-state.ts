import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { sentenceOf } from "../../../lib/browser/language.ts";
import { decodeGlyph, encodeGlyph, type Glyph } from "../../../lib/glyph.ts";
import { renderGlyph } from "../../../lib/ink/render.ts";
import type { LayerOutput } from "../../../lib/lab/inspector.ts";
import type { Laboratory } from "../../../lib/lab/laboratory.ts";
import type { ListedModel } from "../../../lib/models/listed-model.ts";
import type { PlacedLayer } from "../../../lib/models/network.ts";
import type { Outcome } from "../../../lib/protocol.ts";
import { compose, type Reading } from "../../../lib/reading/reading.ts";
import { latestWins } from "../../../lib/tasks/latest-wins.ts";
import { begin } from "../../../lib/undo-history.ts";
import { createPadState } from "../../pad/pad-state.ts";
import { createPixelState } from "../../pixels/pixel-state.ts";
import { createVariation } from "../variation/variation-state.ts";
import { createExplanation } from "./explanation-state.ts";
import { createPenState } from "./pen-state.ts";
import { createReminders } from "./reminder-state.ts";

/** Digits that can be put under the lens, as `encodeGlyph` writes them. */
export interface Specimens {
	/** Of the drawing in the popup; it may change while the lab is open. */
	readonly drawn: ReadonlySignal<readonly string[]>;
	/** Of a page, if it was opened with one. */
	readonly page: string | null;
	/** For each digit some validation digits. */
	readonly examples: readonly (readonly string[])[];
}

/** All that is known of the model on this glyph, of the same moment. */
export interface Insight {
	readonly model: string;
	readonly glyph: Glyph;
	readonly layers: readonly PlacedLayer[];
	readonly outputs: readonly LayerOutput[];
}

/** One map of a layer, to be looked at by itself. */
export interface MapChoice {
	/** Index of the layer. */
	readonly layer: number;
	readonly map: number;
}

export type InsideState = ReturnType<typeof createInsideState>;

/** What is under the lens at first when nobody drew anything. */
const FIRST = 3;

/** The inside of a model without its looks: a glyph that can be drawn, and everything that the model makes of it. */
export function createInsideState(
	laboratory: Laboratory,
	model: ReadonlySignal<string>,
	/** All that there are. */
	models: ReadonlySignal<readonly ListedModel[]>,
	specimens: Specimens,
	/** Digits less probable than this are called doubtful. */
	doubtBelow: number,
) {
	const first = specimens.page ?? specimens.drawn.value[0] ?? specimens.examples[FIRST]?.[0];
	const pixels = createPixelState({
		readGlyph: (glyph) => outcomeOf(laboratory.read(model.value, decodeGlyph(glyph))),
		savePixels: () => {},
		...(first && { savedPixels: begin(first) }),
	});
	const pen = createPenState(laboratory, model, pixels.glyph);
	// The pad's ink is read as the one glyph that it becomes, beside the pad; it needs no reading of its own.
	const pad = createPadState({
		read: async (strokes) => {
			pen.follow(strokes);
			pixels.follow(renderGlyph(strokes));
			return { ok: true, value: compose([]) };
		},
		save: ({ ink }) => (ink.now.length > 0 ? pixels.lift() : pixels.clear()),
	});

	const insight = signal<Insight | null>(null);
	const failure = signal<string | null>(null);
	const looks = latestWins(
		async ({ id, glyph }: { id: string; glyph: Glyph }): Promise<Insight> => {
			// Asked at once: what is asked later, such as an explanation, waits behind them.
			const asked = [laboratory.layers(id), laboratory.activations(id, glyph)] as const;
			const [layers, outputs] = await Promise.all(asked);
			return { model: id, glyph, layers, outputs };
		},
		(next) => {
			insight.value = next;
			failure.value = null;
		},
		(error) => {
			failure.value = sentenceOf(error);
		},
	);
	effect(() => looks.push({ id: model.value, glyph: pixels.glyph.value }));
	effect(() => {
		model.value;
		pixels.reread();
	});

	return {
		pixels,
		pad,
		pen,
		model,
		doubtBelow,
		specimens,
		insight,
		/** Why the model cannot be looked into, as a sentence; null when it can. */
		failure,
		explanation: createExplanation(laboratory, model, pixels),
		variation: createVariation(laboratory, model, models, pixels.glyph, Math.random),
		reminders: createReminders(laboratory, model, pixels, specimens.examples),
		/** The map that is looked at by itself. */
		enlarged: signal<MapChoice | null>(null),
		/** The weights of a layer of the model that is shown. */
		weight: (name: string) => laboratory.weight(insight.value!.model, name),
		/** Puts another digit under the lens, as `encodeGlyph` writes it. */
		open(glyph: string): void {
			pad.clear();
			pixels.open(glyph);
		},
		/** Puts an example of a digit under the lens, another one each time. */
		openExample(digit: number): void {
			const examples = specimens.examples[digit] ?? [];
			const now = examples.indexOf(encodeGlyph(pixels.glyph.value));
			if (examples.length > 0) this.open(examples[(now + 1) % examples.length]);
		},
	};
}

async function outcomeOf(reading: Promise<Reading>): Promise<Outcome<Reading>> {
	try {
		return { ok: true, value: await reading };
	} catch (error) {
		return { ok: false, sentence: sentenceOf(error) };
	}
}
