import { expect, it } from "vitest";
import { rateFactor } from "../../../../tools/training/schedules.ts";

it.each([
	[{ kind: "constant" } as const, [0, 7.5, 20], [1, 1, 1]],
	[{ kind: "step", every: 10, factor: 0.1 } as const, [0, 9.99, 10, 19.9], [1, 1, 0.1, 0.1]],
	[{ kind: "cosine", warmup: 2 } as const, [0, 1, 2, 11, 20], [0, 0.5, 1, 0.5, 0]],
	[{ kind: "one-cycle", rise: 0.25 } as const, [0, 5, 12.5, 20], [0.04, 1, 0.5, 0]],
	[
		{
			kind: "cycles",
			rise: 0.25,
			cycles: [
				{ epochs: 12, top: 1 },
				{ epochs: 8, top: 0.5 },
			],
		} as const,
		[0, 3, 12, 14, 20],
		[0.04, 1, 0.02, 0.5, 0],
	],
])("%o over 20 epochs", (schedule, epochs, factors) => {
	epochs.forEach((epoch, i) => {
		expect(rateFactor(schedule, epoch, 20)).toBeCloseTo(factors[i], 6);
	});
});
