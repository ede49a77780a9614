// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
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

test("every digit can be chosen; the doubtful one says so", () => {
	const pad = padWith(readingOf("17", { digits: [digit("1"), digit("7", 0.71)] }));
	render(<NumberView reader={pad} doubtBelow={0.9} room={ROOM} />);
	const [one, seven] = screen.getAllByRole<HTMLInputElement>("radio");
	expect(seven.checked).toBe(true);
	expect(seven.getAttribute("aria-label")).toBe("7, 71 %, doubtful, digit 2 of 2");
	fireEvent.click(one);
	expect(pad.selected.value).toBe(0);
});

test("lines stand below each other", () => {
	const { container } = render(
		<NumberView reader={padWith(readingOf("15\n72"))} doubtBelow={0.9} room={ROOM} />,
	);
	expect([...container.querySelectorAll(".number-line")].map((line) => line.textContent)).toEqual([
		"15",
		"72",
	]);
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
