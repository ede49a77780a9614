import { expect, it } from "vitest";
import { createPanelState } from "../../../../components/panel/panel-state.ts";
import { certainty, leftOut, nothingFound } from "../../../../components/panel/sentences.ts";
import type { ReadDigit, Reading } from "../../../../lib/reading/reading.ts";

const DOUBT_BELOW = 0.9;
const box = { x: 0, y: 0, width: 10, height: 20 };

function digit(best: string, confidence: number, line = 0): ReadDigit {
	const others = [..."0123456789"].filter((other) => other !== best);
	return {
		digit: best,
		confidence,
		line,
		box,
		glyph: "",
		alternatives: others.map((other) => [other, (1 - confidence) / 9] as const),
	};
}

/** Puts another digit in the place of one, as a person does who clicks it and types. */
function put(panel: ReturnType<typeof createPanelState>, index: number, text: string): void {
	panel.number.choose(index);
	panel.number.replace(text);
}

const reading = (digits: ReadDigit[], rejected: Reading["rejected"] = []): Reading => ({
	text: "",
	digits,
	rejected,
});

function shown(
	digits: ReadDigit[],
	settings: { autoCopy?: boolean; separators?: boolean } = {},
	rest: Partial<Reading> = {},
) {
	const copies: string[] = [];
	const panel = createPanelState({
		doubtBelow: DOUBT_BELOW,
		copy: async (text) => void copies.push(text),
		...settings,
	});
	panel.end({
		ok: true,
		value: { reading: { ...reading(digits), ...rest }, width: 100, height: 100, pastId: "kept" },
	});
	return { panel, copies };
}

it("writes every line on its own", () => {
	const { panel } = shown([digit("1", 0.9), digit("2", 0.9), digit("3", 0.9, 1)]);
	expect(panel.text.value).toBe("12\n3");
});

it("has what stands between the digits, or digits only where that is set", async () => {
	const amount = [
		digit("1", 0.9),
		{ ...digit("2", 0.9), before: "," },
		{ ...digit("3", 0.9, 1), before: "-" },
	];
	for (const [separators, text] of [
		[true, "1,2\n-3"],
		[false, "12\n3"],
	] as const) {
		const { panel, copies } = shown(amount, { separators });
		await panel.copy();
		expect(copies).toEqual([text]);
		expect(panel.text.value).toBe(text);
	}
});

const table = [
	{ ...digit("1", 0.99), cell: { row: 0, column: 0 } },
	{ ...digit("5", 0.6), before: ",", cell: { row: 0, column: 0 } },
	{ ...digit("7", 0.99, 1), before: "-", cell: { row: 1, column: 1 } },
];
const grid = { rows: 2, columns: 2 };

it("copies a table with tabs between its cells, digits only where that is set, and as CSV", async () => {
	for (const [separators, ...texts] of [
		[true, "1,5\t\n\t-7", '"1,5",\r\n,-7\r\n'],
		[false, "15\t\n\t7", "15,\r\n,7\r\n"],
	] as const) {
		const { panel, copies } = shown(table, { separators }, { grid });
		await panel.copy();
		await panel.copyTable();
		expect(copies).toEqual(texts);
	}
});

it("says a table row by row, what stands in no cell too", () => {
	const { panel } = shown([digit("9", 0.99), ...table], {}, { grid });
	expect(panel.said.value).toBe(
		"Reads 9. Row 1: 1 , 5, empty. Row 2: empty, - 7. The 5 is doubtful (60 %); it may be a 0.",
	);
});

it("keeps of a corrected table all that its cells hold, also where digits only are shown", () => {
	const told: string[] = [];
	const panel = createPanelState({
		doubtBelow: DOUBT_BELOW,
		copy: async () => {},
		correct: (_, text) => void told.push(text),
		separators: false,
	});
	const value = { reading: { ...reading(table), grid }, width: 9, height: 9, pastId: "kept" };
	panel.end({ ok: true, value });
	put(panel, 1, "0");
	expect(told).toEqual(["1,0\t\n\t-7"]);
});

it("can be edited like text, and what was edited is copied", async () => {
	const { panel, copies } = shown([digit("7", 0.6), digit("5", 0.99)]);
	await panel.copy();
	expect(panel.copied.value).toBe("text");
	put(panel, 0, "1");
	expect(panel.copied.value).toBe("no");
	expect(panel.digits.value.map(({ shown, corrected }) => [shown, corrected])).toEqual([
		["1", true],
		["5", false],
	]);
	panel.number.type(0, "185", 2);
	expect(panel.text.value).toBe("185");
	await panel.copy();
	expect(copies).toEqual(["75", "185"]);
	panel.number.undo();
	panel.number.undo();
	expect(panel.text.value).toBe("75");
	panel.number.redo();
	expect(panel.text.value).toBe("15");
});

it("tells what is kept of every change, and which glyphs were put right", () => {
	const told: unknown[] = [];
	const panel = createPanelState({
		doubtBelow: DOUBT_BELOW,
		copy: async () => {},
		correct: (...correction) => void told.push(correction),
	});
	const digits = [digit("7", 0.6), { ...digit("5", 0.9), before: ",", glyph: "five" }, digit("3", 0.9, 1)];
	panel.end({ ok: true, value: { reading: reading(digits), width: 9, height: 9, pastId: "kept" } });
	expect(told).toEqual([]);
	put(panel, 1, "6");
	panel.number.undo();
	expect(told).toEqual([
		["kept", "7,6\n3", [{ glyph: "five", digit: "6", read: "5" }]],
		["kept", "7,5\n3", []],
	]);
});

it("says when the clipboard is refused, and when there is no reading", async () => {
	const panel = createPanelState({
		doubtBelow: DOUBT_BELOW,
		copy: async () => {
			throw new Error("no");
		},
	});
	panel.end({ ok: false, sentence: "It is broken." });
	expect(panel.phase.value).toEqual({ kind: "failed", sentence: "It is broken." });
	await panel.copy();
	expect(panel.copied.value).toBe("refused");
});

it("copies by itself where that is set, also what was corrected, but not nothing", async () => {
	const { panel, copies } = shown([digit("7", 0.6)], { autoCopy: true });
	put(panel, 0, "0");
	expect(copies).toEqual(["7", "0"]);
	expect(shown([], { autoCopy: true }).copies).toEqual([]);
	expect(shown([digit("7", 0.6)]).copies).toEqual([]);
});

it("copies as CSV what stands in columns, as it was corrected", async () => {
	const at = (x: number, line: number) => ({
		...digit("7", 0.6, line),
		box: { x, y: line * 40, width: 10, height: 20 },
	});
	const { panel, copies } = shown([at(0, 0), at(60, 0), at(0, 1), at(60, 1)]);
	put(panel, 3, "0");
	await panel.copyTable();
	expect(copies).toEqual(["7,7\r\n7,0\r\n"]);
	expect(panel.copied.value).toBe("table");
	expect(shown([digit("7", 0.6)]).panel.table.value).toBeNull();
});

it("looks into the most doubtful digit, or the one that was pointed at last", () => {
	const { panel } = shown([digit("1", 0.99), digit("7", 0.6), digit("3", 0.9)]);
	expect(panel.inspected.value?.digit).toBe("7");
	panel.pointAt(2);
	panel.pointAt(null);
	expect(panel.inspected.value?.digit).toBe("3");
});

it("tells a screen reader what stands, what is doubtful, and what was copied", async () => {
	const panel = createPanelState({ doubtBelow: DOUBT_BELOW, copy: async () => {} });
	expect(panel.said.value).toBe("Reading…");
	panel.end({
		ok: true,
		value: { reading: reading([digit("1", 0.99), digit("7", 0.6)]), width: 9, height: 9, pastId: "kept" },
	});
	expect(panel.said.value).toMatch(/^Reads 1 7\. The 7 is doubtful/);
	put(panel, 1, "0");
	expect(panel.said.value).toBe("Corrected by you. The other digit is sure to 99 %.");
	await panel.copy();
	expect(panel.said.value).toBe("Copied. Reads 1 0.");
	panel.end({ ok: false, sentence: "It is broken." });
	expect(panel.said.value).toBe("It is broken.");
	panel.end({ ok: true, value: { reading: reading([]), width: 9, height: 9, pastId: "kept" } });
	expect(panel.said.value).toContain("No writing was found");
});

it("begins anew with every reading", () => {
	const { panel } = shown([digit("7", 0.6)]);
	put(panel, 0, "0");
	panel.end({
		ok: true,
		value: { reading: reading([digit("7", 0.6)]), width: 9, height: 9, pastId: "kept" },
	});
	expect(panel.text.value).toBe("7");
});

it("tells how sure it is", () => {
	expect(certainty(reading([digit("1", 0.9876)]), DOUBT_BELOW)).toBe("Sure to 98 %.");
	expect(certainty(reading([digit("1", 0.9876), digit("2", 1)]), DOUBT_BELOW)).toBe(
		"Each digit is sure to 98 % or more.",
	);
	expect(certainty(reading([digit("1", 0.5), digit("2", 1)]), DOUBT_BELOW)).toBe(
		"1 of 2 digits is doubtful. Click it to put it right.",
	);
	expect(certainty(reading([digit("1", 0.5)]), DOUBT_BELOW)).toBe("Doubtful: sure to 50 % only.");
	expect(certainty(reading([]), DOUBT_BELOW)).toBe("");
	const yours = { ...digit("5", 1), corrected: true };
	const edited = (...digits: (typeof yours | ReadDigit)[]) => certainty({ digits }, DOUBT_BELOW, true);
	expect(edited(yours)).toBe("Corrected by you.");
	expect(edited(yours, digit("1", 0.9876), digit("2", 0.95))).toBe(
		"Corrected by you. The others are sure to 95 % or more.",
	);
	expect(edited(yours, digit("1", 0.5), digit("2", 1))).toBe(
		"Corrected by you. 1 of 2 digits is doubtful. Click it to put it right.",
	);
});

it("tells what was left out", () => {
	const mark = (reason: "unsure" | "not-a-digit") => ({ box, reason, best: "8", confidence: 0.3 });
	expect(leftOut(reading([]))).toBe("");
	expect(leftOut(reading([], [mark("unsure")]))).toBe("Left out: one mark, too unsure.");
	expect(leftOut(reading([], [mark("unsure"), mark("not-a-digit")]))).toBe(
		"Left out: 2 marks that are no digits.",
	);
	expect(nothingFound(reading([]))).toContain("No writing was found");
	expect(nothingFound(reading([], [mark("not-a-digit")]))).toContain("none of them looks like a digit");
	expect(nothingFound(reading([], [mark("not-a-digit"), mark("unsure")]))).toContain("none is clear enough");
});

it("advises a smaller part where hundreds of marks are left out and little is read", () => {
	const marks = Array.from({ length: 240 }, () => ({
		box,
		reason: "not-a-digit" as const,
		best: "8",
		confidence: 0.3,
	}));
	const digits = (count: number) => Array.from({ length: count }, () => digit("7", 0.99));
	expect(nothingFound(reading([], marks))).toContain("Select a smaller part");
	expect(leftOut(reading(digits(59), marks))).toBe(
		"Left out: 240 marks. Select a smaller part, closely around the digits, to read more.",
	);
	expect(leftOut(reading(digits(60), marks))).toBe("Left out: 240 marks that are no digits.");
	expect(leftOut(reading(digits(1), marks.slice(0, 99)))).toBe("Left out: 99 marks that are no digits.");
});

it("says how far a reading is, but not of one that has come", () => {
	const panel = createPanelState({ doubtBelow: DOUBT_BELOW, copy: async () => {} });
	expect(panel.phase.value).toEqual({ kind: "reading" });
	panel.progress(0.4);
	expect(panel.phase.value).toEqual({ kind: "reading", share: 0.4 });
	panel.end({ ok: false, sentence: "It is gone." });
	panel.progress(0.9);
	expect(panel.phase.value.kind).toBe("failed");
	panel.begin();
	expect(panel.phase.value).toEqual({ kind: "reading" });
});
