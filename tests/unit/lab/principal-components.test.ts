import { expect, test } from "vitest";
import { principalPlane } from "../../../lib/lab/principal-components.ts";

/** Rows along (3, 4, 0) far, along (0, 0, 1) less, along (-4, 3, 0) hardly at all, around (10, 20, 30). */
const rows = Array.from({ length: 40 }, (_, i) => {
	const [far, less, hardly] = [Math.sin(i) * 10, Math.cos(i * 1.7) * 3, Math.sin(i * 2.9) * 0.1];
	return Float32Array.of(10 + far * 0.6 - hardly * 0.8, 20 + far * 0.8 + hardly * 0.6, 30 + less);
});

test("the plane goes along the directions in which the rows differ most", () => {
	const { project, shown } = principalPlane(rows);
	const [centreX, centreY] = project(Float32Array.of(10, 20, 30));
	const [x, y] = project(Float32Array.of(10 + 0.6, 20 + 0.8, 30));
	expect(Math.abs(x - centreX)).toBeCloseTo(1, 2);
	expect(Math.abs(y - centreY)).toBeLessThan(0.1);
	const [alongX, alongY] = project(Float32Array.of(10, 20, 31));
	expect(Math.abs(alongY - centreY)).toBeCloseTo(1, 2);
	expect(Math.abs(alongX - centreX)).toBeLessThan(0.1);
	expect(shown).toBeGreaterThan(0.999);
	expect(shown).toBeLessThanOrEqual(1);
});

test("rows that are all alike lie in one place", () => {
	const same = Array.from({ length: 3 }, () => Float32Array.of(1, 2, 3));
	expect(principalPlane(same).project(same[0])).toEqual([0, 0]);
});
