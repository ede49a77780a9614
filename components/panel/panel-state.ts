import { computed, signal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import { alignedTable, tableCsv } from "../../lib/lines/digit-table.ts";
import type { Outcome, PictureReading } from "../../lib/protocol.ts";
import { blocksOf, displayText, keptText, tableOf, textOf } from "../../lib/reading/reading.ts";
import { spokenReading } from "../reading/words.ts";
import { nothingFound } from "./sentences.ts";

/** What the panel is about at the moment. */
export type Phase =
	/** `share` of it is done, 0..1; unknown as long as nobody has waited for it. */
	| { readonly kind: "reading"; readonly share?: number }
	| { readonly kind: "failed"; readonly sentence: string }
	| { readonly kind: "read"; readonly result: PictureReading };

export interface PanelEffects {
	/** Digits less probable than this are doubtful. */
	readonly doubtBelow: number;
	/** Puts text on the clipboard; rejects where it is not allowed. */
	readonly copy: (text: string) => Promise<void>;
	/** Told of every correction: the past reading that it is about, and what is kept of it as it now stands. */
	readonly correct?: (pastId: string, text: string) => void;
	/** Whether every number is copied without being asked for, also once it is corrected. */
	readonly autoCopy?: boolean;
	/** Whether the number has what stands between its digits, or is digits only. */
	readonly separators?: boolean;
}

export type PanelState = ReturnType<typeof createPanelState>;

/** The result panel without its looks: the reading, the person's corrections, and what can be done with it. */
export function createPanelState({
	doubtBelow,
	copy,
	correct,
	autoCopy = false,
	separators = true,
}: PanelEffects) {
	const phase = signal<Phase>({ kind: "reading" });
	/** For every digit which of its options stands: 0 is the model's own. */
	const chosen = signal<readonly number[]>([]);
	/** The digit that is pointed at, here or in the picture. */
	const active = signal<number | null>(null);
	/** The digit that was pointed at last. */
	const pointed = signal<number | null>(null);
	const copied = signal<"no" | "text" | "table" | "refused">("no");

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
	/** The reading as if the model had read the digits so. */
	const corrected = computed(() => {
		const read = digits.value.map((digit) => ({ ...digit, digit: digit.shown }));
		return { ...reading.value, text: textOf(read), digits: read };
	});
	/** The same as it is shown and copied. */
	const standing = computed(() =>
		separators
			? corrected.value
			: {
					...corrected.value,
					digits: corrected.value.digits.map(({ before: _, after: __, ...digit }) => digit),
				},
	);
	const blocks = computed(() => blocksOf(standing.value));
	const text = computed(() => displayText(standing.value));

	/** The cells of the paper, else the digits in rows and columns, where they stand like that. */
	const table = computed(() => tableOf(standing.value) ?? alignedTable(standing.value.digits));
	/** The digit to look into: the one that was pointed at last, else the most doubtful one. */
	const inspected = computed(() =>
		pointed.value === null
			? digits.value.toSorted((a, b) => a.confidence - b.confidence).at(0)
			: digits.value[pointed.value],
	);
	/** What a screen reader tells. */
	const said = computed(() => {
		if (phase.value.kind === "failed") return phase.value.sentence;
		if (!reading.value) return t("reading.busy");
		if (digits.value.length === 0) return nothingFound(reading.value);
		// Nobody doubts what a person has corrected.
		const sure = standing.value.digits.map((digit) =>
			digit.corrected ? { ...digit, confidence: 1 } : digit,
		);
		const copies = { text: t("copied"), table: t("panel.copiedTable"), refused: t("panel.refused") };
		const said = spokenReading({ ...reading.value, text: text.value, digits: sure }, doubtBelow);
		return copied.value === "no" ? said : `${copies[copied.value]}. ${said}`;
	});

	async function put(what: "text" | "table", content: string): Promise<void> {
		try {
			await copy(content);
			copied.value = what;
		} catch {
			copied.value = "refused";
		}
	}
	const copyText = () => put("text", text.value);

	return {
		doubtBelow,
		phase,
		reading,
		digits,
		blocks,
		text,
		table,
		active,
		inspected,
		copied,
		said,

		begin(): void {
			phase.value = { kind: "reading" };
		},
		/** The reading takes a while: what share of it is done, 0..1. */
		progress(share: number): void {
			if (phase.value.kind === "reading") phase.value = { kind: "reading", share };
		},
		end(outcome: Outcome<PictureReading>): void {
			chosen.value = [];
			active.value = null;
			pointed.value = null;
			copied.value = "no";
			phase.value = outcome.ok
				? { kind: "read", result: outcome.value }
				: { kind: "failed", sentence: outcome.sentence };
			if (autoCopy && digits.value.length > 0) void copyText();
		},
		pointAt(index: number | null): void {
			active.value = index;
			if (index !== null) pointed.value = index;
		},
		/** Puts the next (1) or the previous (-1) of the ten digits, in order of probability, in this place. */
		cycle(index: number, step: 1 | -1): void {
			const options = (digits.value[index]?.alternatives.length ?? 0) + 1;
			const next = [...digits.value.keys()].map((i) => chosen.value[i] ?? 0);
			next[index] = (next[index] + step + options) % options;
			chosen.value = next;
			copied.value = "no";
			if (autoCopy) void copyText();
			if (phase.value.kind === "read") correct?.(phase.value.result.pastId, keptText(corrected.value));
		},
		copy: copyText,
		async copyTable(): Promise<void> {
			if (table.value) await put("table", tableCsv(table.value));
		},
	};
}
