import { expect, test } from "vitest";
import { answersCsv, confusionCsv } from "../../../../../components/lab/evaluate/result-csv.ts";
import type { Verdict } from "../../../../../lib/models/verdict.ts";

const says = (digit: number, refusal?: Verdict["refusal"]): Verdict => ({
	probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === digit ? 0.75 : 0.02)),
	...(refusal && { refusal }),
});

test("answers are a row each, refused ones say why", () => {
	const csv = answersCsv({ verdicts: [says(3), says(7, "unsure")] }, [3, 1]);
	expect(csv.split("\r\n")).toEqual([
		'"index","digit","answer","confidence","refused"',
		'"0","3","3","0.7500",""',
		'"1","1","7","0.7500","unsure"',
		"",
	]);
});

test("a confusion matrix has its headings", () => {
	const rows = Array.from({ length: 10 }, (_, digit) =>
		Array.from({ length: 11 }, (_, answer) => digit * 100 + answer),
	);
	const lines = confusionCsv(rows).split("\r\n");
	expect(lines[0]).toBe('"digit","0","1","2","3","4","5","6","7","8","9","refused"');
	expect(lines[4]).toBe('"3","300","301","302","303","304","305","306","307","308","309","310"');
});
