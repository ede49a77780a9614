import { expect, it } from "vitest";
import { cutLine } from "../../../../lib/image/candidates.ts";
import { connectedComponents } from "../../../../lib/image/components.ts";
import type { Plane } from "../../../../lib/image/pixels.ts";
import { inkRuns } from "../../../../lib/image/runs.ts";
import { stripOf } from "../../../../lib/reading/picture/strip.ts";

/** Bars 40 px high and 6 wide, leaning by `slant`, their middles on a line that climbs by `slope`. */
function bars(count: number, slant: number, slope: number) {
	const plane: Plane = {
		width: 60 * count + 120,
		height: 240,
		data: new Uint8Array((60 * count + 120) * 240),
	};
	const middleAt = (x: number) => 120 - slope * (x - plane.width / 2);
	for (let bar = 0; bar < count; bar++) {
		const middle = 80 + 60 * bar;
		const top = Math.round(middleAt(middle)) - 20;
		for (let y = top; y < top + 40; y++) {
			const left = Math.round(middle - 3 - slant * (y - top - 20));
			plane.data.fill(255, y * plane.width + left, y * plane.width + left + 6);
		}
	}
	const scale = { height: 40, stroke: 6 };
	return { plane, middleAt, line: cutLine(connectedComponents(inkRuns(plane)), scale) };
}

const columnsOf = (ink: { width: number; height: number; data: Float32Array }) =>
	Array.from({ length: ink.width }, (_, x) =>
		Array.from({ length: ink.height }, (_, y) => ink.data[y * ink.width + x]).reduce((sum, p) => sum + p, 0),
	);

it.each([
	[0, 0],
	[0.4, 0],
	[-0.2, 0.15],
])("a line that leans by %f and climbs by %f comes upright, level and 20 px high", (slant, slope) => {
	const { plane, middleAt, line } = bars(5, slant, slope);
	const { ink, frames } = stripOf(plane, line, { height: 40, middleAt })!;
	expect(ink.height).toBe(32);
	expect(frames).toHaveLength(ink.width / 4);
	const columns = columnsOf(ink);
	// Five bars of 3 px, each about 20 px high.
	const dark = columns.filter((sum) => sum > 14);
	expect(dark.length).toBeGreaterThanOrEqual(10);
	expect(dark.length).toBeLessThanOrEqual(20);
	const rows = Array.from({ length: 32 }, (_, y) =>
		ink.data.subarray(y * ink.width, (y + 1) * ink.width).reduce((sum, p) => sum + p, 0),
	);
	expect(Math.max(...rows.slice(0, 4), ...rows.slice(28))).toBeLessThan(1);
	expect(rows[16]).toBeGreaterThan(10);
});

it("says where on the page its frames are", () => {
	const { plane, middleAt, line } = bars(3, 0, 0);
	const { ink, frames } = stripOf(plane, line, { height: 40, middleAt })!;
	const columns = columnsOf(ink);
	for (const [bar, { box }] of line.pieces.entries()) {
		const middle = box.x + box.width / 2;
		const frame = frames.reduce(
			(best, x, i) => (Math.abs(x - middle) < Math.abs(frames[best] - middle) ? i : best),
			0,
		);
		// A frame stands every 4 px of the strip: 8 px of the page.
		expect(Math.abs(frames[frame] - middle), `bar ${bar}`).toBeLessThanOrEqual(4);
		const window = columns.slice(Math.max(0, 4 * frame - 2), 4 * frame + 6);
		expect(Math.max(...window)).toBeGreaterThan(14);
	}
});

it("is none for a line as long as no line is", () => {
	const { plane, middleAt, line } = bars(3, 0, 0);
	expect(stripOf(plane, line, { height: 1, middleAt })).toBeNull();
});

it("shows strokes in full ink, however faint they are beside a crossing of two", () => {
	const { plane, middleAt, line } = bars(4, 0, 0);
	const faint: Plane = { ...plane, data: plane.data.map((ink) => (ink > 0 ? 120 : 0)) };
	const { ink: evenly } = stripOf(faint, line, { height: 40, middleAt })!;
	faint.data.fill(255, 120 * plane.width + 77, 120 * plane.width + 83);
	const { ink } = stripOf(faint, line, { height: 40, middleAt })!;
	const sum = (data: Float32Array) => data.reduce((total, value) => total + value, 0);
	expect(Math.max(...ink.data)).toBe(1);
	expect(sum(ink.data) / sum(evenly.data)).toBeGreaterThan(0.95);
});
