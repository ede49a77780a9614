import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { type Field, fieldsOf, isCorrected, isDigit, shownIn, textIn } from "../../lib/reading/draft.ts";
import type { ReadDigit } from "../../lib/reading/reading.ts";
import type { NumberState } from "./number-state.ts";

interface NumberFieldProps {
	readonly number: NumberState;
	/** Which of the fields of the number. */
	readonly at: number;
	readonly field: Field;
	readonly label: string;
	readonly isCell: boolean;
	readonly digits: readonly ReadDigit[];
	readonly doubtBelow: number;
	readonly active: number | null;
	readonly onPoint: (index: number | null) => void;
}

/**
 * One line or cell: a text field of the browser, whose own text is not seen, and over it the same characters with their
 * marks. So caret, selection, clipboard, touch keyboards and screen readers are the browser's.
 */
export function NumberField({ number, at, field, label, isCell, digits, ...marks }: NumberFieldProps) {
	const { doubtBelow, active, onPoint } = marks;
	const input = useRef<HTMLInputElement>(null);
	const shown = shownIn(field);
	const text = textIn(field);
	const isHere = number.cursor.value?.field === at;
	/** What stands in the field while an input method composes, which must not be disturbed; null otherwise. */
	const composed = useSignal<string | null>(null);
	/** The person is using a pointer, which puts the caret itself. */
	const pointing = useRef(false);

	// Carets move without telling their field.
	useEffect(() => {
		const follow = () => {
			const { activeElement } = document;
			if (activeElement === input.current) number.follow({ field: at, ...selectionOf(input.current!) });
		};
		document.addEventListener("selectionchange", follow);
		return () => document.removeEventListener("selectionchange", follow);
	}, [number, at]);

	const characterAt = (x: number) =>
		[...input.current!.parentElement!.querySelectorAll("[data-place]")].findIndex((place) => {
			const { left, right } = place.getBoundingClientRect();
			return x >= left && x < right;
		});

	function onKeyDown(event: KeyboardEvent): void {
		// Its keys are those of the input method.
		if (event.isComposing) {
			event.stopPropagation();
			return;
		}
		const { start, end } = selectionOf(input.current!);
		const isCaret = start === end;
		const command = event.ctrlKey || event.metaKey;
		// Other keys keep their meaning in the window: copying all of the number, where nothing is selected, is one.
		const isText = command
			? /^[zyxva]$/i.test(event.key) || (event.key === "c" && !isCaret)
			: !event.altKey && event.key !== "Escape";
		if (isText) event.stopPropagation();
		const done = command
			? historyKey(event, number)
			: !event.altKey && !event.shiftKey && plainKey(event.key, start, end);
		if (done) event.preventDefault();
	}

	function typed(now: HTMLInputElement): void {
		number.type(at, now.value, now.selectionEnd ?? now.value.length);
		// What a reading cannot hold has changed nothing, and does not stay in the field.
		const place = number.cursor.value;
		now.value = textIn(fieldsOf(number.draft.value)[at] ?? []);
		if (place?.field === at) now.setSelectionRange(place.start, place.end);
	}

	/** What a key does beyond what it does in every text field; false where that is nothing. */
	function plainKey(key: string, start: number, end: number): boolean {
		const isCaret = start === end;
		switch (key) {
			// A step is to a digit, the next one past it: what is typed takes its place, or comes in between.
			case "ArrowRight":
				if (!isCaret) return false;
				if (start < text.length) number.put({ field: at, start, end: start + 1 });
				else return number.moveOn(at, 1);
				return true;
			case "ArrowLeft":
				if (!isCaret) return false;
				if (start > 0) number.put({ field: at, start: start - 1, end: start });
				else return number.moveOn(at, -1);
				return true;
			case "ArrowUp":
			case "ArrowDown":
				// Where no line is above or below, to the digits that it may be instead.
				if (!number.moveBeside(at, key === "ArrowUp" ? -1 : 1, start)) {
					const read = digits[number.chosen.value ?? -1];
					if (read) number.turn(key === "ArrowUp" ? 1 : -1, read);
				}
				return true;
			case "Enter":
				number.enter(at, start);
				return true;
			case "Backspace":
				if (!isCaret || start > 0) return false;
				number.join(at - 1);
				return true;
			case "Delete":
				if (!isCaret || start < text.length) return false;
				number.join(at);
				return true;
		}
		return false;
	}

	return (
		<span class="line number-line">
			{composed.value ??
				shown.map((character, i) => (
					<span key={i} data-place {...look(character, digits, doubtBelow, active)}>
						<span>{character.text}</span>
					</span>
				))}
			<input
				ref={input}
				class="number-input"
				type="text"
				inputMode="numeric"
				autocomplete="off"
				spellcheck={false}
				aria-label={label}
				title={t("number.edit")}
				value={composed.value ?? text}
				tabIndex={isCell || isHere || (number.cursor.value === null && at === 0) ? 0 : -1}
				onBeforeInput={(event) => {
					const { inputType } = event as InputEvent;
					if (!inputType?.startsWith("history")) return;
					event.preventDefault();
					if (inputType === "historyUndo") number.undo();
					else number.redo();
				}}
				onInput={({ currentTarget: now, isComposing }) => {
					if (isComposing) composed.value = now.value;
					else typed(now);
				}}
				onCompositionEnd={({ currentTarget: now }) => {
					composed.value = null;
					typed(now);
				}}
				onKeyDown={onKeyDown}
				onPointerDown={() => {
					pointing.current = true;
				}}
				onFocus={() => {
					// Coming with the Tab key: to the digit that deserves a look; in a cell all of it, as spreadsheets do.
					if (!pointing.current && number.cursor.value?.field !== at)
						number.put({ field: at, ...(isCell ? { start: 0, end: text.length } : firstLook()) });
				}}
				onBlur={() => {
					pointing.current = false;
				}}
				onClick={({ currentTarget: now, clientX }) => {
					pointing.current = false;
					const { start, end } = selectionOf(now);
					const place = characterAt(clientX);
					if (start !== end || place < 0 || isEdge(clientX, place)) number.follow({ field: at, start, end });
					else number.put({ field: at, start: place, end: place + 1 });
				}}
				onPointerMove={({ clientX }) => onPoint(shown[characterAt(clientX)]?.index ?? null)}
				onPointerLeave={() => onPoint(null)}
			/>
		</span>
	);

	/** Between two digits, where a person may want to put one in. */
	function isEdge(x: number, place: number): boolean {
		const character = input.current!.parentElement!.querySelectorAll("[data-place]")[place];
		const { left, right } = character.getBoundingClientRect();
		return Math.min(x - left, right - x) < EDGE * (right - left);
	}

	function firstLook(): { start: number; end: number } {
		const doubtful = shown.findIndex(
			(character) => look(character, digits, doubtBelow, null)["data-doubtful"],
		);
		const start = Math.max(0, doubtful);
		return { start, end: Math.min(text.length, start + 1) };
	}
}

/** Share of the width of a digit, at both ends, where a click means the gap beside it. */
const EDGE = 0.15;

function selectionOf(input: HTMLInputElement): { start: number; end: number } {
	return { start: input.selectionStart ?? 0, end: input.selectionEnd ?? 0 };
}

function historyKey({ key, shiftKey }: KeyboardEvent, number: NumberState): boolean {
	const name = key.toLowerCase();
	if (name === "z") (shiftKey ? number.redo : number.undo)();
	else if (name === "y") number.redo();
	else return false;
	return true;
}

/** The marks of a character. */
function look(
	character: Field[number],
	digits: readonly ReadDigit[],
	doubtBelow: number,
	active: number | null,
) {
	const { text, index } = character;
	const corrected = isCorrected(character);
	const read = index === undefined ? undefined : digits[index];
	return {
		class: isDigit(text) ? "digit number-digit" : "separator",
		"data-corrected": corrected,
		"data-doubtful": !corrected && read !== undefined && read.confidence < doubtBelow,
		"data-active": index !== undefined && index === active,
	};
}
