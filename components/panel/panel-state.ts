import { computed, signal } from "@preact/signals";
import type { Outcome, PictureReading } from "../../lib/protocol.ts";

/** What the panel is about at the moment. */
export type Phase =
	| { readonly kind: "reading" }
	| { readonly kind: "failed"; readonly sentence: string }
	| { readonly kind: "read"; readonly result: PictureReading };

export interface PanelEffects {
	/** Puts text on the clipboard; rejects where it is not allowed. */
	readonly copy: (text: string) => Promise<void>;
}

export type PanelState = ReturnType<typeof createPanelState>;

/** The result panel without its looks: the reading, the person's corrections, and what can be done with it. */
export function createPanelState({ copy }: PanelEffects) {
	const phase = signal<Phase>({ kind: "reading" });
	/** For every digit which of its options stands: 0 is the model's own. */
	const chosen = signal<readonly number[]>([]);
	/** The digit that is pointed at, here or in the picture. */
	const active = signal<number | null>(null);
	const copied = signal<"no" | "yes" | "refused">("no");

	const reading = computed(() => (phase.value.kind === "read" ? phase.value.result.reading : null));
	/** The digits as they stand, corrected by the person. */
	const digits = computed(() =>
		(reading.value?.digits ?? []).map((digit, i) => {
			const option = chosen.value[i] ?? 0;
			return {
				...digit,
				shown: option === 0 ? digit.digit : digit.alternatives[option - 1][0],
				corrected: option > 0,
			};
		}),
	);
	const lines = computed(() => {
		const byLine = new Map<number, { readonly shown: string; readonly index: number }[]>();
		digits.value.forEach(({ line, shown }, index) => {
			byLine.set(line, [...(byLine.get(line) ?? []), { shown, index }]);
		});
		return [...byLine.values()];
	});
	const text = computed(() => lines.value.map((line) => line.map(({ shown }) => shown).join("")).join("\n"));

	return {
		phase,
		reading,
		digits,
		lines,
		text,
		active,
		copied,

		begin(): void {
			phase.value = { kind: "reading" };
		},
		end(outcome: Outcome<PictureReading>): void {
			chosen.value = [];
			active.value = null;
			copied.value = "no";
			phase.value = outcome.ok
				? { kind: "read", result: outcome.value }
				: { kind: "failed", sentence: outcome.sentence };
		},
		pointAt(index: number | null): void {
			active.value = index;
		},
		/** Puts the next (1) or the previous (-1) of the ten digits, in order of probability, in this place. */
		cycle(index: number, step: 1 | -1): void {
			const options = (digits.value[index]?.alternatives.length ?? 0) + 1;
			const next = [...digits.value.keys()].map((i) => chosen.value[i] ?? 0);
			next[index] = (next[index] + step + options) % options;
			chosen.value = next;
			copied.value = "no";
		},
		async copy(): Promise<void> {
			try {
				await copy(text.value);
				copied.value = "yes";
			} catch {
				copied.value = "refused";
			}
		},
	};
}
