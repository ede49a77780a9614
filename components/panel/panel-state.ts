import { computed, signal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import { alignedTable, tableCsv } from "../../lib/lines/digit-table.ts";
import type { Outcome, PictureReading } from "../../lib/protocol.ts";
import {
	correctionsIn,
	type DigitCorrection,
	draftOf,
	draftTable,
	draftTextWhole,
	editedReading,
	fieldsOf,
	isCorrected,
} from "../../lib/reading/draft.ts";
import { createNumberState, NOTHING } from "../reading/number-state.ts";
import { spokenReading } from "../reading/words.ts";
import { certainty, nothingFound } from "./sentences.ts";

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
	/** Told of every correction: the past reading that it is about, what is kept of it as it now stands, and all that was put right. */
	readonly correct?: (pastId: string, text: string, corrections: readonly DigitCorrection[]) => void;
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
	const number = createNumberState(edited);
	/** The digit that is pointed at, here or in the picture. */
	const active = signal<number | null>(null);
	/** The digit that was pointed at last. */
	const pointed = signal<number | null>(null);
	const copied = signal<"no" | "text" | "table" | "refused">("no");

	const reading = computed(() => (phase.value.kind === "read" ? phase.value.result.reading : null));
	/** The digits that were read, each with what stands in its place now: nothing where the person took it away. */
	const digits = computed(() => {
		const characters = new Map(
			fieldsOf(number.draft.value).flatMap((field) =>
				field.map((character) => [character.index, character] as const),
			),
		);
		return (reading.value?.digits ?? []).map((digit, i) => {
			const character = characters.get(i);
			return {
				...digit,
				shown: character?.text ?? digit.digit,
				corrected: character !== undefined && isCorrected(character),
			};
		});
	});
	/** The reading as the person has left it. */
	const standing = computed(() => reading.value && editedReading(number.draft.value, reading.value));
	const text = number.text;

	/** The cells of the paper, else the digits in rows and columns, where they stand like that. */
	const table = computed(
		() => draftTable(number.draft.value) ?? (standing.value && alignedTable(standing.value.digits)),
	);
	/** How sure it is, in a sentence. */
	const sureness = computed(() =>
		standing.value ? certainty(standing.value, doubtBelow, number.isEdited.value) : "",
	);
	/** The digit to look into: the one that was pointed at last, else the most doubtful one. */
	const inspected = computed(() =>
		pointed.value === null
			? digits.value.toSorted((a, b) => a.confidence - b.confidence).at(0)
			: digits.value[pointed.value],
	);
	/** What a screen reader tells; of what is typed it tells enough by itself. */
	const said = computed(() => {
		if (phase.value.kind === "failed") return phase.value.sentence;
		if (!standing.value) return t("reading.busy");
		if (digits.value.length === 0) return nothingFound(standing.value);
		const copies = { text: t("copied"), table: t("panel.copiedTable"), refused: t("panel.refused") };
		if (copied.value === "no" && number.isEdited.value) return sureness.value;
		const said = spokenReading({ ...standing.value, text: text.value }, doubtBelow);
		return copied.value === "no" ? said : `${copies[copied.value]}. ${said}`;
	});

	function edited(): void {
		copied.value = "no";
		if (autoCopy) void copyText();
		const { draft } = number;
		if (phase.value.kind === "read")
			correct?.(
				phase.value.result.pastId,
				draftTextWhole(draft.value),
				correctionsIn(draft.value, phase.value.result.reading),
			);
	}
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
		number,
		sureness,
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
			active.value = null;
			pointed.value = null;
			copied.value = "no";
			phase.value = outcome.ok
				? { kind: "read", result: outcome.value }
				: { kind: "failed", sentence: outcome.sentence };
			number.begin(reading.value ? draftOf(reading.value, separators) : NOTHING);
			if (autoCopy && digits.value.length > 0) void copyText();
		},
		pointAt(index: number | null): void {
			active.value = index;
			if (index !== null) pointed.value = index;
		},
		copy: copyText,
		async copyTable(): Promise<void> {
			if (table.value) await put("table", tableCsv(table.value));
		},
	};
}
