import { expect, test } from "vitest";
import { chainsOf } from "../../../lib/image/rule-chains.ts";

/** A thick line of 200 px, and how far ink that touches it reaches above it. */
const line = (touching: (at: number) => number) =>
	Array.from({ length: 200 }, (_, at) => ({ at, from: 100 - touching(at), to: 118 }));

test("a stroke that touches a line pulls its middle aside, and the line stays one", () => {
	const bow = (at: number) => Math.max(0, 24 - Math.abs(at - 90));
	const [chain] = chainsOf(line(bow), 20, 4);
	expect(chain.slope).toBeCloseTo(0, 2);
	expect(chain.offset).toBeCloseTo(108.5, 0);
	expect(chain.runs.length).toBeGreaterThan(150);
});

test("a bow is no line, though it is thin here and there", () => {
	const bow = line(() => 0).map(({ at, to }) => {
		const y = ((at - 100) / 12) ** 2;
		return { at, from: 100 - y, to: to - y - 10 * Math.abs(Math.sin(at / 9)) };
	});
	expect(chainsOf(bow, 20, 4)).toEqual([]);
});
