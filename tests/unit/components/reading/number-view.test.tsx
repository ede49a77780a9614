// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { createPadState } from "../../../../components/pad/pad-state.ts";
import { DigitBars } from "../../../../components/reading/digit-bars.tsx";
import { NumberView } from "../../../../components/reading/number-view.tsx";
import { EMPTY_INK } from "../../../../lib/ink/history.ts";
import { digit, readingOf } from "../readings.ts";

afterEach(cleanup);

function padWith(reading: ReturnType<typeof readingOf>) {
	return createPadState({
		read: async () => ({ ok: true, value: reading }),
		save: () => {},
		saved: { ink: EMPTY_INK, reading },
	});
}

test("every digit can be chosen; the doubtful one says so", () => {
	const pad = padWith(readingOf("17", { digits: [digit("1"), digit("7", 0.71)] }));
	render(<NumberView reader={pad} doubtBelow={0.9} />);
	const [one, seven] = screen.getAllByRole<HTMLInputElement>("radio");
	expect(seven.checked).toBe(true);
	expect(seven.getAttribute("aria-label")).toBe("7, 71 %, doubtful, digit 2 of 2");
	fireEvent.click(one);
	expect(pad.selected.value).toBe(0);
});

test("lines stand below each other", () => {
	const { container } = render(<NumberView reader={padWith(readingOf("15\n72"))} doubtBelow={0.9} />);
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
	render(<NumberView reader={padWith(table)} doubtBelow={0.9} />);
	const rows = screen.getAllByRole<HTMLTableRowElement>("row");
	expect(rows.map((row) => [...row.cells].map((cell) => cell.textContent))).toEqual([
		["1.5", "", ""],
		["", "", "7"],
	]);
	const doubtful = rows[0].querySelectorAll('[data-doubtful="true"]');
	expect([...doubtful].map((one) => one.textContent)).toEqual(["5"]);
});

test("ten bars show the answer, its rivals and nothing else", () => {
	const { container } = render(<DigitBars digit={digit("7", 0.75, "1")} />);
	const heights = [...container.querySelectorAll<HTMLElement>(".bar-fill")].map((bar) => bar.style.transform);
	expect(heights).toHaveLength(10);
	expect(heights[7]).toBe("scaleY(0.75)");
	expect(heights[1]).toBe("scaleY(0.25)");
	expect(heights.filter((height) => height === "scaleY(0)")).toHaveLength(8);
	expect(container.querySelector('[data-answer="true"]')?.textContent).toContain("7");
});
