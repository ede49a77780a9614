import type { Box } from "./geometry.ts";
import type { Stroke } from "./ink/stroke.ts";
import type { DigitCorrection } from "./reading/draft.ts";
import type { Reading } from "./reading/reading.ts";
import type { PadSettings, PanelSettings } from "./settings.ts";

/** A result, or a sentence for the person: what happened and what to do. Expected failures are values. */
export type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly sentence: string };

/** Where the pixels of a picture come from. */
export type Picture =
	/** The picture itself, as a base64 `data:` address of any format that the browser decodes. */
	| { readonly kind: "data"; readonly url: string }
	/** A part of what the sender's tab shows: CSS pixels of its viewport, which is `viewportWidth` wide. */
	| { readonly kind: "screenshot"; readonly rect: Box; readonly viewportWidth: number };

/** The reading of a picture; its boxes are in pixels of a picture of this size. */
export interface PictureReading {
	readonly reading: Reading;
	readonly width: number;
	readonly height: number;
	/** Something that the person should know beside the reading. */
	readonly notice?: string;
	/** Whoever has it may correct the past reading, where one is kept; nobody can guess it. */
	readonly pastId: string;
}

/** What the picker is to do in the page. */
export type PickTask =
	/** Read the element under the pointer; `address` is the one that the browser names for it. */
	| { readonly kind: "element"; readonly address?: string }
	/** Let the person select a rectangle. */
	| { readonly kind: "region" }
	/** Read the rectangle again that was read last in this page; select one where there is none. */
	| { readonly kind: "again" }
	/** Let the person draw a number for the field that has the focus. */
	| { readonly kind: "draw" };

/** A task for the picker. */
export interface Pick {
	/** Tells one gesture from the next. */
	readonly id: string;
	readonly task: PickTask;
	readonly settings: PageSettings;
}

/** Why nothing can be shown in a page: it takes what is put into it into its sandbox, or away. */
export type CannotShow = "sandbox" | "taken";

/** What the person has set for what is shown in pages. */
export interface PageSettings {
	readonly pad: PadSettings;
	readonly panel: PanelSettings;
}

/** What runs inside the background right now. */
export interface EngineFacts {
	readonly backend: string;
	readonly simd: boolean;
	readonly threads: number;
	readonly tensors: number;
	/** What starting the backend took, in milliseconds. */
	readonly bootMs: number;
	/** The models in memory, by id. */
	readonly models: readonly string[];
}

/** How fast one model is in the background, in milliseconds. */
export interface ModelSpeed {
	/** Loading it and its first digit; almost nothing when it was in memory. */
	readonly load: number;
	/** One entry a batch. */
	readonly batches: readonly number[];
}

/**
 * Every message between the contexts of the extension. Requests are verbs, the payload is one plain JSON
 * object (Chrome sends messages as JSON; typed arrays do not survive).
 */
export interface ProtocolMap {
	/** Reads ink with the chosen model, or with `model` when it is given. */
	readInk(request: { readonly strokes: readonly Stroke[]; readonly model?: string }): Outcome<Reading>;
	/** Reads one glyph, as `encodeGlyph` writes it and without any preprocessing, like `readInk`. */
	readGlyph(request: { readonly glyph: string; readonly model?: string }): Outcome<Reading>;
	/** Reads a picture with the chosen model, or with `model` when it is given. */
	readPicture(request: {
		readonly picture: Picture;
		readonly model?: string;
		/** Under which title a page of the extension wants the reading kept; a tab has its own. */
		readonly keepAs?: string;
		/** By this name it can be followed and cancelled. */
		readonly id?: string;
		/** How many digits the person expects of each number. */
		readonly digits?: number;
	}): Outcome<PictureReading>;
	/**
	 * About what share of the reading of a picture is done, 0..1; null of one that nobody has asked for, or that is
	 * over.
	 */
	readingProgress(request: { readonly id: string }): Outcome<number | null>;
	/** Ends the reading of a picture that nobody waits for any more; its request is then answered with a sentence. */
	cancelReading(request: { readonly id: string }): Outcome<null>;
	/** Counts an image that the page loads once more because the person asked about it. */
	countImage(request: Record<string, never>): Outcome<null>;
	/**
	 * Puts what a person has made of a reading into the past reading, where one is kept, and keeps the digits that were
	 * put right in it: all of them, in the place of those of before.
	 */
	correctReading(request: {
		readonly pastId: string;
		readonly text: string;
		readonly corrections?: readonly DigitCorrection[];
	}): Outcome<null>;
	/** Lets the user pick a rectangle in the active tab; sent by the popup, which may close at once. */
	selectRegion(request: Record<string, never>): Outcome<null>;
	/** Says what the background runs on; starts it first. */
	describeEngine(request: Record<string, never>): Outcome<EngineFacts>;
	/** Measures a model on `rounds` batches of `batch` glyphs. */
	measureModel(request: {
		readonly model: string;
		readonly batch: number;
		readonly rounds: number;
	}): Outcome<ModelSpeed>;
	/** Opens the lab with a glyph, as `encodeGlyph` writes it. */
	lookInside(request: { readonly glyph: string }): Outcome<null>;
	/** Puts what stands in the frame into the frame of this name, in the sender's tab (Chrome). */
	openFrame(request: { readonly token: string }): Outcome<null>;
	/** Says where the page itself cannot show it why nothing can be shown in the sender's page. */
	cannotShow(request: { readonly why: CannotShow }): Outcome<null>;
	/** To the picker: take everything out of the page; sent by the popup, which the toolbar button opens. */
	endSession(request: Record<string, never>): Outcome<null>;
	/** Background to picker: begin. Answered as soon as it has begun; the same once more changes nothing. */
	pick(request: Pick): Outcome<null>;
	/** Picker to background, when nobody told it what to do: the task of its tab, null where there is none. */
	takeTask(request: Record<string, never>): Outcome<Pick | null>;
}
