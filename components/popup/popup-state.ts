import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { Outcome } from "../../lib/protocol.ts";
import { createPadState, type PadEffects } from "../pad/pad-state.ts";
import { type ComparisonEffects, createComparison } from "./comparison.ts";

export interface PopupEffects extends PadEffects, ComparisonEffects {
	readonly copyText: (text: string) => Promise<void>;
	readonly savePicture: (strokes: readonly Stroke[], name: string) => Promise<void>;
	readonly selectRegion: () => Promise<Outcome<null>>;
	readonly chooseModel: (id: string) => Promise<void>;
	readonly close: () => void;
}

export interface PopupFacts {
	readonly model: ReadonlySignal<string>;
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

/** The popup without its looks: the pad, and what can be done with what was read. */
export function createPopupState(effects: PopupEffects, facts: PopupFacts) {
	const pad = createPadState(effects);
	const notice = signal(facts.notice);
	const comparison = createComparison(effects);
	const comparing = signal(false);
	const copied = signal(false);
	/** The trouble that the person has seen and put aside. */
	const seenTrouble = signal<string | null>(null);
	let forget: ReturnType<typeof setTimeout> | undefined;

	effect(() => {
		if (comparing.value && pad.live.value === null) void comparison.compare(pad.ink.value.strokes);
	});

	return {
		pad,
		comparison,
		/** True while all models are shown instead of one digit. */
		comparing,
		copied,
		/** What the person has to know now, as a sentence; null most of the time. */
		alert: computed(() => {
			const trouble = facts.trouble.value === seenTrouble.value ? null : facts.trouble.value;
			return notice.value ?? pad.failure.value ?? trouble;
		}),
		model: facts.model,
		regionKeys: facts.regionKeys,

		async copy(): Promise<void> {
			const text = pad.reading.value?.text;
			if (!text) return;
			try {
				await effects.copyText(text);
			} catch {
				notice.value = "The browser refused to copy. Click into this window and try again.";
				return;
			}
			copied.value = true;
			clearTimeout(forget);
			forget = setTimeout(() => {
				copied.value = false;
			}, COPIED_FOR);
		},
		async savePicture(): Promise<void> {
			const name = ["digit-lens", ...(pad.reading.value?.text.split("\n") ?? [])].filter(Boolean).join("-");
			await effects.savePicture(pad.ink.value.strokes, `${name}.png`);
		},
		/** Hands over to the page, where a rectangle is drawn; the popup would be in its way. */
		async selectRegion(): Promise<void> {
			try {
				const outcome = await effects.selectRegion();
				if (outcome.ok) effects.close();
				else notice.value = outcome.sentence;
			} catch {
				notice.value = "Digit Lens did not answer. Try again.";
			}
		},
		async chooseModel(id: string): Promise<void> {
			await effects.chooseModel(id);
			pad.reread();
		},
		toggleComparison(): void {
			comparing.value = !comparing.value;
		},
		dismissAlert(): void {
			notice.value = null;
			pad.failure.value = null;
			seenTrouble.value = facts.trouble.value;
		},
	};
}
