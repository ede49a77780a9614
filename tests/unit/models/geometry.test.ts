import { expect, it } from "vitest";
import { geometries } from "../../../lib/models/formats/torch/geometry.ts";
import type { MainModule } from "../../../lib/models/formats/torch/modules.ts";

const conv = (name: string, inputs: number, outputs: number, side: number): MainModule => ({
	kind: "conv",
	name,
	kernel: { shape: [side, side, inputs, outputs], values: new Float32Array(side * side * inputs * outputs) },
	inputs,
	outputs,
});
const words = (convs: readonly MainModule[], takes: number | null) =>
	geometries(convs, takes).map(({ side, steps, global }) =>
		[
			side,
			...steps.map(({ padding, stride, pool }) => `p${padding} s${stride} /${pool.side}`),
			...(global ? ["mean"] : []),
		].join(" | "),
	);

it("finds the usual ways through two convolutions by what the linear layer takes", () => {
	const [first] = words([conv("conv1", 1, 32, 3), conv("conv2", 32, 64, 3)], 64 * 12 * 12);
	expect(first).toBe("28 | p0 s1 /1 | p0 s1 /2");
	expect(words([conv("conv1", 1, 10, 5), conv("conv2", 10, 20, 5)], 20 * 4 * 4)[0]).toBe(
		"28 | p0 s1 /2 | p0 s1 /2",
	);
	expect(words([conv("c1", 1, 16, 5), conv("c2", 16, 32, 5)], 32 * 7 * 7)[0]).toBe(
		"28 | p2 s1 /2 | p2 s1 /2",
	);
});

it("takes the numbers of a row for a hint where pools are", () => {
	const row = [
		conv("features.0", 1, 8, 3),
		conv("features.2", 8, 8, 3),
		conv("features.5", 8, 16, 3),
		conv("features.7", 16, 16, 3),
	];
	expect(words(row, 16 * 7 * 7)[0]).toBe("28 | p1 s1 /1 | p1 s1 /2 | p1 s1 /1 | p1 s1 /2");
});

it("ends in time however many convolutions there are", () => {
	const deep = Array.from({ length: 12 }, (_, i) => conv(`c${i}`, i === 0 ? 1 : 8, i === 11 ? 10 : 8, 3));
	expect(words(deep, null)[0]).toMatch(/^28/);
});
