import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { readingId } from "../../lib/browser/follow-reading.ts";
import { t } from "../../lib/browser/language.ts";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import type { Surface } from "../../lib/browser/saved-pad.ts";
import { encodeGlyph, glyphNumbers } from "../../lib/glyph.ts";
import type { ListedModel } from "../../lib/models/listed-model.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import { createPadState, type PadEffects } from "../pad/pad-state.ts";
import { createPictureState, type PictureEffects } from "../picture/picture-state.ts";
import { createPixelState, type PixelEffects } from "../pixels/pixel-state.ts";
import { createComparison } from "./comparison.ts";
import type { Drawing, FileFormat } from "./drawing-file.ts";
import type { SurfaceState } from "./surface-state.ts";

/** What is shown below the reading. */
export type Detail = "reading" | "models" | "past";

/** What is on the surface: a drawing, or a picture as a `data:` address. */
export type Shown = Drawing | { readonly picture: string };

export interface PopupEffects extends PadEffects, PixelEffects, PictureEffects {
	readonly readWith: (shown: Shown, model: string) => Promise<Outcome<Reading>>;
	/** Bytes of a model; null where nobody knows. */
	readonly sizeOf: (model: string) => Promise<number | null>;
	/** Milliseconds of any clock. */
	readonly now: () => number;
	/** Past readings, the newest first; they are many, and only asked for when they are to be shown. */
	readonly loadPast: () => Promise<ReadonlySignal<readonly PastReading[]>>;
	readonly saveSurface: (surface: Surface) => void;
	readonly copyText: (text: string) => Promise<void>;
	/** A file as a `data:` address, or why it cannot be read. */
	readonly openFile: (file: File) => Promise<Outcome<string>>;
	readonly saveDrawing: (drawing: Drawing, format: FileFormat, name: string) => Promise<void>;
	/** Puts a drawing on the clipboard, as a picture. */
	readonly copyPicture: (drawing: Drawing) => Promise<void>;
	readonly selectRegion: () => Promise<Outcome<null>>;
	readonly chooseModel: (id: string) => Promise<void>;
	readonly close: () => void;
}

export interface PopupFacts {
	readonly model: ReadonlySignal<string>;
	/** All models, in the order in which they are listed and compared. */
	readonly models: ReadonlySignal<readonly ListedModel[]>;
	/** Digits less probable than this are doubtful. */
	readonly doubtBelow: ReadonlySignal<number>;
	readonly surface: Surface;
	/** Whether readings are kept. */
	readonly keeps: ReadonlySignal<boolean>;
	/** Why another model than the chosen one reads; null when all is well. */
	readonly trouble: ReadonlySignal<string | null>;
	/** A sentence that was left for the person, for instance why a page could not be read. */
	readonly notice: string | null;
	/** The keys that select a region, as the browser names them; empty when none are set. */
	readonly regionKeys: string;
}

export type PopupState = ReturnType<typeof createPopupState>;

/** How long "copied" is shown, in milliseconds. */
const COPIED_FOR = 1500;

/** The popup without its looks: what is drawn on, and what can be done with what was read. */
export function createPopupState(effects: PopupEffects, facts: PopupFacts) {
	const pad = createPadState(effects);
	const pixels = createPixelState(effects);
	const picture = createPictureState(effects);
	const surface = signal(facts.surface);
	const surfaces: Readonly<Record<Surface, SurfaceState>> = { ink: pad, pixels, picture };
	const active = computed(() => surfaces[surface.value]);
	const comparison = createComparison({ ...effects, models: () => facts.models.value.map(({ id }) => id) });
	const detail = signal<Detail>("reading");
	const past = signal<ReadonlySignal<readonly PastReading[]> | null>(null);
	const copiedRecent = signal<string | null>(null);
	const notice = signal(facts.notice);
	/** The trouble that the person has seen and put aside. */
	const seenTrouble = signal<string | null>(null);
	const copied = signal(false);
	const sharedPicture = signal(false);
	const copiedNumbers = signal(false);
	let forget: ReturnType<typeof setTimeout> | undefined;

	const drawing = computed((): Drawing | null => {
		if (surface.value === "picture" || !active.value.hasInk.value) return null;
		return surface.value === "ink"
			? { strokes: pad.strokes.value }
			: { glyph: encodeGlyph(pixels.glyph.value) };
	});
	const shown = computed((): Shown | null => {
		if (surface.value !== "picture") return drawing.value;
		return picture.picture.value && { picture: picture.picture.value.url };
	});
	// What is drawn is looked at: the past would hide its reading.
	effect(() => {
		if (active.value.drawing.value && detail.peek() === "past") detail.value = "reading";
	});
	effect(() => {
		if (detail.value === "models" && !active.value.drawing.value) void comparison.compare(shown.value);
	});

	const copyText = (text: string) => allowed(() => effects.copyText(text));

	/** Whether it could be copied; says why where it could not. */
	async function allowed(copy: () => Promise<void>): Promise<boolean> {
		try {
			await copy();
			return true;
		} catch {
			notice.value = t("popup.copyRefused");
			return false;
		}
	}

	/** Raises one of the signs that something was copied, for a while. */
	function sayFor(sign: Signal<boolean>): void {
		clearTimeout(forget);
		for (const each of [copied, sharedPicture, copiedNumbers]) each.value = each === sign;
		forget = setTimeout(() => {
			sign.value = false;
		}, COPIED_FOR);
	}

	function switchTo(next: Surface): void {
		surface.value = next;
		active.value.reread();
		effects.saveSurface(next);
	}

	return {
		pad,
		pixels,
		picture,
		surface,
		/** The pad, the pixel grid or the picture, whichever is shown. */
		active,
		/** Whether there is something that was drawn here. */
		drawn: computed(() => drawing.value !== null),
		comparison,
		/** What is shown below the reading. */
		detail,
		/** Past readings, the newest first; null until they were asked for. */
		recent: computed(() => past.value?.value ?? null),
		keeps: facts.keeps,
		/** Id of the past reading that was copied last. */
		copiedRecent,
		/** Signs, for a while, that the number, the drawing or its pixels were copied. */
		copied,
		sharedPicture,
		copiedNumbers,
		/** What the person has to know now, as a sentence; null most of the time. */
		alert: computed(() => {
			const trouble = facts.trouble.value === seenTrouble.value ? null : facts.trouble.value;
			return notice.value ?? active.value.failure.value ?? trouble;
		}),
		model: facts.model,
		models: facts.models,
		doubtBelow: facts.doubtBelow,
		regionKeys: facts.regionKeys,

		/** Shows what is shown in another page of the extension. */
		show(next: Surface): void {
			surface.value = next;
		},
		/** Shows another thing to read, or the pad where it is shown already. */
		toggleSurface: (other: Surface) => switchTo(surface.value === other ? "ink" : other),
		/** Puts what is looked at on the pixel grid, to be changed there. */
		editPixels(): void {
			const seen = active.value.looked.value;
			if (surface.value === "pixels" || !seen) return;
			pixels.open(seen.glyph);
			switchTo("pixels");
		},
		/** Reads a picture that was pasted, dropped or chosen. */
		async openFile(file: File): Promise<void> {
			if (surface.value !== "picture") switchTo("picture");
			const opened = await effects.openFile(file);
			if (opened.ok) picture.open({ url: opened.value, name: file.name, id: readingId() });
			else picture.fail(opened.sentence);
		},
		async copy(): Promise<void> {
			const text = active.value.number.text.value;
			if (!text) return;
			if (await copyText(text)) sayFor(copied);
		},
		async copyPicture(): Promise<void> {
			if (!drawing.value) return;
			const picture = drawing.value;
			if (await allowed(() => effects.copyPicture(picture))) sayFor(sharedPicture);
		},
		/** Puts the 28 rows of the glyph on the clipboard, as numbers from 0 to 255. */
		async copyNumbers(): Promise<void> {
			if (await copyText(glyphNumbers(pixels.glyph.value))) sayFor(copiedNumbers);
		},
		/** Saves what was drawn as a file; a picture is one already. */
		async saveDrawing(format: FileFormat): Promise<void> {
			if (!drawing.value) return;
			const lines = active.value.standing.value?.text.split("\n") ?? [];
			const name = ["digit-lens", ...lines].filter(Boolean).join("-");
			await effects.saveDrawing(drawing.value, format, `${name}.${format}`);
		},
		/** Hands over to the page, where a rectangle is drawn; the popup would be in its way. */
		async selectRegion(): Promise<void> {
			try {
				const outcome = await effects.selectRegion();
				if (outcome.ok) effects.close();
				else notice.value = outcome.sentence;
			} catch {
				notice.value = t("popup.noAnswerTryAgain");
			}
		},
		async chooseModel(id: string): Promise<void> {
			try {
				await effects.chooseModel(id);
			} catch {
				notice.value = t("error.changeNotKept");
			}
			active.value.reread();
		},
		look(next: Detail): void {
			detail.value = next;
			if (next === "past" && !past.value)
				void effects.loadPast().then((loaded) => {
					past.value = loaded;
				});
		},
		async copyRecent({ id, text }: PastReading): Promise<void> {
			if (await copyText(text)) copiedRecent.value = id;
		},
		dismissAlert(): void {
			notice.value = null;
			active.value.failure.value = null;
			seenTrouble.value = facts.trouble.value;
		},
	};
}
