import { expect, it } from "vitest";
import { createPanelState } from "../../../../components/panel/panel-state.ts";
import { certainty, leftOut, nothingFound } from "../../../../components/panel/sentences.ts";
import type { ReadDigit, Reading } from "../../../../lib/reading.ts";

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

const reading = (digits: ReadDigit[], rejected: Reading["rejected"] = []): Reading => ({
	text: "",
	digits,
	rejected,
});

function shown(digits: ReadDigit[]) {
	const copies: string[] = [];
	const panel = createPanelState({ copy: async (text) => void copies.push(text) });
	panel.end({ ok: true, value: { reading: reading(digits), width: 100, height: 100 } });
	return { panel, copies };
}

it("writes every line on its own", () => {
	const { panel } = shown([digit("1", 0.9), digit("2", 0.9), digit("3", 0.9, 1)]);
	expect(panel.text.value).toBe("12\n3");
});

it("goes through the alternatives in order of probability and comes back", async () => {
	const { panel, copies } = shown([digit("7", 0.6), digit("5", 0.99)]);
	panel.cycle(0, 1);
	expect(panel.text.value).toBe("05");
	expect(panel.digits.value.map(({ corrected }) => corrected)).toEqual([true, false]);
	panel.cycle(0, -1);
	expect(panel.text.value).toBe("75");
	panel.cycle(0, -1);
	expect(panel.text.value).toBe("95");
	await panel.copy();
	expect(copies).toEqual(["95"]);
	expect(panel.copied.value).toBe("yes");
	panel.cycle(0, 1);
	expect(panel.copied.value).toBe("no");
});

it("says when the clipboard is refused, and when there is no reading", async () => {
	const panel = createPanelState({
		copy: async () => {
			throw new Error("no");
		},
	});
	panel.end({ ok: false, sentence: "It is broken." });
	expect(panel.phase.value).toEqual({ kind: "failed", sentence: "It is broken." });
	await panel.copy();
	expect(panel.copied.value).toBe("refused");
});

it("begins anew with every reading", () => {
	const { panel } = shown([digit("7", 0.6)]);
	panel.cycle(0, 1);
	panel.end({ ok: true, value: { reading: reading([digit("7", 0.6)]), width: 9, height: 9 } });
	expect(panel.text.value).toBe("7");
});

it("tells how sure it is", () => {
	expect(certainty(reading([digit("1", 0.9876)]))).toBe("Sure to 98 %.");
	expect(certainty(reading([digit("1", 0.9876), digit("2", 1)]))).toBe("Each digit is sure to 98 % or more.");
	expect(certainty(reading([digit("1", 0.5), digit("2", 1)]))).toBe(
		"1 of 2 digits is doubtful. Click one to change it.",
	);
	expect(certainty(reading([digit("1", 0.5)]))).toBe("Doubtful: sure to 50 % only.");
	expect(certainty(reading([]))).toBe("");
});

it("tells what was left out", () => {
	const mark = (reason: "unsure" | "not-a-digit") => ({ box, reason, best: "8", confidence: 0.3 });
	expect(leftOut(reading([]))).toBe("");
	expect(leftOut(reading([], [mark("unsure")]))).toBe("Left out: one mark, too unsure.");
	expect(leftOut(reading([], [mark("unsure"), mark("not-a-digit")]))).toBe(
		"Left out: 2 marks that are no digits.",
	);
	expect(nothingFound(reading([]))).toContain("No writing was found");
	expect(nothingFound(reading([], [mark("unsure")]))).toContain("none of them looks like a digit");
});
