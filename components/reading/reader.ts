import { computed, signal } from "@preact/signals";
import { readingId } from "../../lib/browser/follow-reading.ts";
import { t } from "../../lib/browser/language.ts";
import type { Outcome } from "../../lib/protocol.ts";
import { carriedOver } from "../../lib/reading/carried-draft.ts";
import {
	correctionsIn,
	type DigitCorrection,
	type Draft,
	draftOf,
	draftText,
	editedReading,
} from "../../lib/reading/draft.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import { latestWins } from "../../lib/tasks/latest-wins.ts";
import { createNumberState, NOTHING } from "./number-state.ts";
import { type Seen, seenDigit, seenRefused } from "./seen.ts";

export type Reader = Pick<
	ReturnType<typeof createReader>,
	| "reading"
	| "number"
	| "standing"
	| "chosen"
	| "selected"
	| "select"
	| "refused"
	| "looked"
	| "lookAtRefused"
>;

export type Correct = (name: string, text: string, corrections: readonly DigitCorrection[]) => void;

/**
 * The reading of something that changes fast, and the digit of it that is looked at.
 *
 * @param read expected failures are values; null of what changes nothing any more
 * @param onAnswer called after every reading
 * @param correct called after every change that the person makes in the number: with a name that stays as long as the
 * thing that is read, with the number as it now stands, and with the digits that were put right
 * @param firstDraft what the person has made of the first reading
 * @param leftBefore of something new: what the person had made of it when it was here before
 */
export function createReader<Input>(
	read: (input: Input) => Promise<Outcome<Reading> | null>,
	first: Reading | null,
	onAnswer: () => void,
	correct: Correct = () => {},
	firstDraft: Draft | undefined = undefined,
	leftBefore: (read: Draft) => Draft = (read) => read,
) {
	const reading = signal<Reading | null>(first);
	let name = readingId();
	const number = createNumberState(() => {
		if (!reading.value) return;
		const { draft } = number;
		correct(name, draftText(draft.value), correctionsIn(draft.value, reading.value));
	});
	if (first) number.begin(draftOf(first), firstDraft ?? draftOf(first));
	const failure = signal<string | null>(null);
	/** Index of the digit that the person chose to look at. */
	const chosen = signal<number | null>(null);
	const count = computed(() => reading.value?.digits.length ?? 0);
	/** Index of the digit that is looked at: the chosen one, else the last. -1 without digits. */
	const selected = computed(() => Math.min(chosen.value ?? count.value, count.value - 1));
	/** What was left out and can be looked at. */
	const refused = computed(() => (reading.value ? seenRefused(reading.value) : []));
	/** Index among `refused` that the person chose to look at. */
	const chosenRefused = signal<number | null>(null);

	/** What the person has put right stays so in what is read of the same ink, by whatever model. */
	function take(next: Reading): void {
		const before = reading.value;
		reading.value = next;
		if (before && JSON.stringify(before.digits) === JSON.stringify(next.digits)) return;
		const read = draftOf(next);
		number.begin(read, before ? carriedOver(number.draft.value, before, next) : leftBefore(read));
	}

	/** There is nothing to read any more. */
	function forget(): void {
		requests.cancel();
		reading.value = null;
		name = readingId();
		number.begin(NOTHING);
		failure.value = null;
	}

	const requests = latestWins(
		read,
		(outcome) => {
			if (!outcome) return;
			failure.value = outcome.ok ? null : outcome.sentence;
			if (!outcome.ok) return;
			take(outcome.value);
			chosenRefused.value = null;
			onAnswer();
		},
		() => {
			failure.value = t("reading.lost");
		},
	);

	return {
		/** As it was read. */
		reading,
		/** The number, which can be edited. */
		number,
		/** The reading as the person has left it. */
		standing: computed(() => reading.value && editedReading(number.draft.value, reading.value)),
		failure,
		chosen,
		selected,
		select(index: number): void {
			chosen.value = index;
			chosenRefused.value = null;
		},
		refused,
		/** What is looked at: the selected digit or, where it was chosen or there is no digit, what was left out. */
		looked: computed((): Seen | null => {
			const left = refused.value[chosenRefused.value ?? (count.value === 0 ? 0 : -1)];
			if (left) return left;
			const digit = reading.value?.digits[selected.value];
			return digit ? seenDigit(digit) : null;
		}),
		/** Looks at what was left out; null looks at the selected digit again. */
		lookAtRefused(index: number | null): void {
			chosenRefused.value = index;
		},
		ask: requests.push,
		/** Takes what was read elsewhere, if anything, as the person has left it there. */
		adopt(there: Reading | null, draft?: Draft): void {
			forget();
			chosen.value = null;
			if (!there) return;
			take(there);
			if (draft) number.begin(draftOf(there), draft);
		},
		forget,
	};
}
