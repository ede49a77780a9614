import { computed, signal } from "@preact/signals";
import { type Draft, draftText, draftTextWhole, fieldsOf, shownIn } from "../../lib/reading/draft.ts";
import {
	admitted,
	type Cursor,
	changeBetween,
	type Edit,
	fieldBeside,
	joinLines,
	retyped,
	splitLine,
} from "../../lib/reading/draft-edit.ts";
import type { ReadDigit } from "../../lib/reading/reading.ts";
import { begin, change, redo, type UndoHistory, undo } from "../../lib/undo-history.ts";

export type NumberState = ReturnType<typeof createNumberState>;

/** A number without lines. */
export const NOTHING: Draft = { blocks: [] };

/** A number that can be edited like text, without its looks. `onEdit` is told of every change that a person makes. */
export function createNumberState(onEdit: () => void = () => {}) {
	const original = signal<Draft>(NOTHING);
	const history = signal<UndoHistory<Draft>>(begin(NOTHING));
	const draft = computed(() => history.value.now);
	/** Where the caret stands or what is selected; null while the number does not have the focus. */
	const cursor = signal<Cursor | null>(null);
	/** Counts how often the caret was put somewhere, not by the person's own hand. */
	const placed = signal(0);

	function put(next: Cursor): void {
		cursor.value = next;
		placed.value++;
	}
	function become(next: UndoHistory<Draft>, at: Cursor): void {
		history.value = next;
		put(at);
		onEdit();
	}
	function apply(edit: Edit | null): void {
		if (!edit) return;
		const isNew = JSON.stringify(edit.draft) !== JSON.stringify(draft.value);
		if (isNew) become(change(history.value, edit.draft), edit.cursor);
		else put(edit.cursor);
	}
	function step(next: UndoHistory<Draft>): void {
		if (next !== history.value) become(next, changeBetween(draft.value, next.now));
	}
	const lengthOf = (field: number) => shownIn(fieldsOf(draft.value)[field] ?? []).length;

	return {
		draft,
		cursor,
		placed,
		/** The number as it is shown and copied. */
		text: computed(() => draftText(draft.value)),
		/** Whether it is another one than was read. */
		isEdited: computed(() => draftTextWhole(draft.value) !== draftTextWhole(original.value)),
		/** The one character that is selected, where it is a digit that was read: its index in the reading. */
		chosen: computed(() => {
			const at = cursor.value;
			if (!at || at.end !== at.start + 1) return null;
			return shownIn(fieldsOf(draft.value)[at.field] ?? [])[at.start]?.index ?? null;
		}),

		/** Another number, as it was read, and as it stands where a person has changed it already. */
		begin(read: Draft, now: Draft = read): void {
			original.value = read;
			history.value = begin(now);
			cursor.value = null;
		},
		/** The caret was moved by the person; null where the focus has left. */
		follow(at: Cursor | null): void {
			const now = cursor.value;
			if (at?.field !== now?.field || at?.start !== now?.start || at?.end !== now?.end) cursor.value = at;
		},
		put,
		/** The text of a field was changed, in whatever way; `caret` is where the caret stands in it now. */
		type: (field: number, text: string, caret: number) => apply(retyped(draft.value, field, text, caret)),
		/** Puts another text in the place of what is selected. */
		replace(text: string): void {
			const at = cursor.value;
			if (!at) return;
			const shown = shownIn(fieldsOf(draft.value)[at.field]).map((character) => character.text);
			const next = shown.toSpliced(at.start, at.end - at.start, admitted(text)).join("");
			apply(retyped(draft.value, at.field, next, at.start + admitted(text).length));
		},
		/** A line ends here; in a table the caret goes to the cell below. */
		enter(field: number, place: number): void {
			const split = splitLine(draft.value, field, place);
			const below = split ? null : fieldBeside(draft.value, field, 1);
			apply(split);
			if (below !== null) put({ field: below, start: 0, end: lengthOf(below) });
		},
		/** A line and the one below it become one. */
		join: (field: number) => apply(joinLines(draft.value, field)),
		/** Moves the caret a field on or back in reading order; false at an end. */
		moveOn(field: number, by: 1 | -1): boolean {
			const next = field + by;
			if (next < 0 || next >= fieldsOf(draft.value).length) return false;
			const place = by === 1 ? 0 : lengthOf(next);
			put({ field: next, start: place, end: place });
			return true;
		},
		/** Moves the caret up or down; false where there is nothing. */
		moveBeside(field: number, by: 1 | -1, place: number): boolean {
			const next = fieldBeside(draft.value, field, by);
			if (next === null) return false;
			const most = lengthOf(next);
			const start = Math.min(place, Math.max(0, most - 1));
			put({ field: next, start, end: Math.min(most, start + 1) });
			return true;
		},
		/** Puts the digit that is a step less probable (`by` 1) or more (-1) in the place of the one that is selected. */
		turn(by: 1 | -1, { digit, alternatives }: Pick<ReadDigit, "digit" | "alternatives">): void {
			const at = cursor.value;
			if (!at) return;
			const shown = shownIn(fieldsOf(draft.value)[at.field]).map((character) => character.text);
			const options = [digit, ...alternatives.map(([other]) => other)];
			const next = options[options.indexOf(shown[at.start]) + by];
			if (!next) return;
			apply(retyped(draft.value, at.field, shown.toSpliced(at.start, 1, next).join(""), at.end));
			put(at);
		},
		/** Selects a digit that was read, by its index in the reading. */
		choose(index: number): void {
			for (const [field, characters] of fieldsOf(draft.value).entries()) {
				const start = shownIn(characters).findIndex((character) => character.index === index);
				if (start < 0) continue;
				put({ field, start, end: start + 1 });
				return;
			}
		},
		undo: () => step(undo(history.value)),
		redo: () => step(redo(history.value)),
	};
}
