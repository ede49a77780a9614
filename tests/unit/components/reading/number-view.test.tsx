// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { createPadState } from "../../../../components/pad/pad-state.ts";
import { DigitBars } from "../../../../components/reading/digit-bars.tsx";
import { NumberView } from "../../../../components/reading/number-view.tsx";
import { seenDigit, seenRefused } from "../../../../components/reading/seen.ts";
import { EMPTY_INK } from "../../../../lib/ink/history.ts";
import type { RejectedPiece } from "../../../../lib/reading/reading.ts";
import { digit, readingOf, rejected } from "../readings.ts";

afterEach(cleanup);

const ROOM = { width: 346, heights: [52, 108] };

function padWith(reading: ReturnType<typeof readingOf>) {
	return createPadState({
		read: async () => ({ ok: true, value: reading }),
		save: () => {},
		saved: { ink: EMPTY_INK, reading },
	});
}

const inputs = () => screen.getAllByRole<HTMLInputElement>("textbox");

test("the digit that is selected is the one that is looked at, its rivals beside it", () => {
	const pad = padWith(readingOf("17", { digits: [digit("1"), digit("7", 0.71, "4")] }));
	const { container } = render(<NumberView reader={pad} doubtBelow={0.9} room={ROOM} />);
	expect(container.querySelectorAll('[data-doubtful="true"]')).toHaveLength(1);
	fireEvent.focus(inputs()[0]);
	expect(pad.number.cursor.value).toEqual({ field: 0, start: 1, end: 2 });
	expect(pad.selected.value).toBe(1);
	expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["4 29 %"]);
	act(() => pad.number.choose(0));
	expect(pad.selected.value).toBe(0);
});

test("what is typed takes the place of what is selected, and can be undone", () => {
	const pad = padWith(readingOf("17"));
	const { container } = render(<NumberView reader={pad} doubtBelow={0.9} room={ROOM} />);
	const [input] = inputs();
	act(() => pad.number.choose(1));
	input.value = "14";
	input.setSelectionRange(2, 2);
	fireEvent.input(input);
	expect(pad.number.text.value).toBe("14");
	expect(container.querySelector('[data-corrected="true"]')?.textContent).toBe("4");
	fireEvent.keyDown(input, { key: "z", ctrlKey: true });
	expect(input.value).toBe("17");
	fireEvent.keyDown(input, { key: "Z", ctrlKey: true, shiftKey: true });
	expect(input.value).toBe("14");
});

test("what no reading can hold does not stay in the field", () => {
	const pad = padWith(readingOf("17"));
	render(<NumberView reader={pad} doubtBelow={0.9} room={ROOM} />);
	const [input] = inputs();
	input.focus();
	input.value = "1a7";
	input.setSelectionRange(2, 2);
	fireEvent.input(input);
	expect(input.value).toBe("17");
	expect(input.selectionStart).toBe(1);
});

test("arrow keys go from digit to digit, past each, and from line to line", () => {
	const pad = padWith(readingOf("15\n72"));
	render(<NumberView reader={pad} doubtBelow={0.9} room={ROOM} />);
	const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
	const at = () => {
		const { field, start, end } = pad.number.cursor.value!;
		return [field, start, end];
	};
	inputs()[0].focus();
	expect(at()).toEqual([0, 0, 1]);
	inputs()[0].setSelectionRange(1, 1);
	press("ArrowRight");
	expect(at()).toEqual([0, 1, 2]);
	press("ArrowDown");
	expect(at()).toEqual([1, 1, 2]);
	expect(document.activeElement).toBe(inputs()[1]);
	inputs()[1].setSelectionRange(0, 0);
	press("ArrowLeft");
	expect(at()).toEqual([0, 2, 2]);
	press("Delete");
	expect(pad.number.text.value).toBe("1572");
	press("Enter");
	expect(pad.number.text.value).toBe("15\n72");
	press("Backspace");
	expect(pad.number.text.value).toBe("1572");
});

test("lines stand below each other", () => {
	const { container } = render(
		<NumberView reader={padWith(readingOf("15\n72"))} doubtBelow={0.9} room={ROOM} />,
	);
	expect([...container.querySelectorAll(".line")].map((line) => line.textContent)).toEqual(["15", "72"]);
});

test("cells are a table, empty ones too", () => {
	const digits = [
		{ ...digit("1"), cell: { row: 0, column: 0 } },
		{ ...digit("5", 0.5), before: ".", cell: { row: 0, column: 0 } },
		{ ...digit("7"), line: 1, cell: { row: 1, column: 2 } },
	];
	const table = readingOf("15\n7", { digits, grid: { rows: 2, columns: 3 } });
	render(<NumberView reader={padWith(table)} doubtBelow={0.9} room={ROOM} />);
	const rows = screen.getAllByRole<HTMLTableRowElement>("row");
	expect(rows.map((row) => [...row.cells].map((cell) => cell.textContent))).toEqual([
		["1.5", "", ""],
		["", "", "7"],
	]);
	const doubtful = rows[0].querySelectorAll('[data-doubtful="true"]');
	expect([...doubtful].map((one) => one.textContent)).toEqual(["5"]);
	expect(inputs().map((input) => input.getAttribute("aria-label"))[5]).toBe("Row 2, column 3");
});

const heights = (container: Element) =>
	[...container.querySelectorAll<HTMLElement>(".bar-fill")].map((bar) => bar.style.transform);

test("ten bars show the answer, its rivals and nothing else; the eleventh that it is none", () => {
	const { container } = render(<DigitBars seen={seenDigit(digit("7", 0.75, "1"))} />);
	const all = heights(container);
	expect(all).toHaveLength(11);
	expect(all[7]).toBe("scaleY(0.75)");
	expect(all[1]).toBe("scaleY(0.25)");
	expect(all.filter((height) => height === "scaleY(0)")).toHaveLength(9);
	expect(container.querySelector('[data-answer="true"]')?.textContent).toContain("7");
});

test("of what was left out, that it is no digit is the answer, with a bar of its own", () => {
	const piece: RejectedPiece = {
		...rejected("not-a-digit"),
		best: "8",
		confidence: 0.25,
		alternatives: [["3", 0.125]],
		glyph: digit("1").glyph,
	};
	const [seen] = seenRefused(readingOf("1", { rejected: [rejected("unsure"), piece] }));
	expect(seen.refused).toBe(piece);
	const { container } = render(<DigitBars seen={seen} />);
	const answers = container.querySelectorAll('[data-answer="true"]');
	expect([...answers].map((bar) => bar.textContent)).toEqual(["noneNot a digit62 %"]);
	expect(heights(container)[10]).toBe("scaleY(0.625)");
	expect(heights(container)[8]).toBe("scaleY(0.25)");
});

test("what was left out can be looked at, and the digits again; without digits it is what is looked at", () => {
	const seeable = { ...rejected("unsure"), alternatives: [], glyph: digit("1").glyph };
	const pad = padWith(readingOf("17", { rejected: [seeable] }));
	expect(pad.looked.value?.best).toBe("7");
	pad.lookAtRefused(0);
	expect(pad.looked.value?.refused).toBe(seeable);
	pad.select(0);
	expect(pad.looked.value?.best).toBe("1");
	const none = padWith(readingOf("", { digits: [], rejected: [seeable] }));
	expect(none.looked.value?.refused).toBe(seeable);
});
