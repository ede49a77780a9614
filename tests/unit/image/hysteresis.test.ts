import { expect, it } from "vitest";
import { connectedInk } from "../../../lib/image/hysteresis.ts";
import type { Plane } from "../../../lib/image/pixels.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { plane } from "./drawing.ts";

const boxesOf = (ink: Plane) =>
	connectedInk({ ink, runs: inkRuns(ink) }).blobs.map(({ box, area }) => ({ ...box, area }));

it("drops what is faint all over and keeps what is dark somewhere, whole", () => {
	const ink = plane(40, 10, (x, y) => {
		if (y < 3 || y > 5) return 0;
		if (x < 10) return 140;
		return x > 20 && x < 30 ? (x < 23 ? 250 : 140) : 0;
	});
	expect(boxesOf(ink)).toEqual([{ x: 21, y: 3, width: 9, height: 3, area: 27 }]);
});

/** An upright stroke 3 px wide that is faint in its middle, and what `paper` says beside it. */
const fading = (paper: (x: number, y: number) => number) =>
	plane(60, 80, (x, y) => {
		if (x < 30 || x > 32 || y < 10 || y >= 70) return paper(x, y);
		return y > 30 && y < 45 ? 90 : 220;
	});

it("joins a stroke where the pen hardly pressed", () => {
	expect(boxesOf(fading(() => 0))).toEqual([{ x: 30, y: 10, width: 3, height: 60, area: 180 }]);
});

it("leaves the pattern of the paper alone, and what is fainter than a stroke", () => {
	const upper = { x: 30, y: 10, width: 3, height: 21, area: 63 };
	const lower = { x: 30, y: 45, width: 3, height: 25, area: 75 };
	expect(boxesOf(fading((_, y) => (y % 20 === 8 ? 100 : 0)))).toEqual([upper, lower]);
	expect(boxesOf(fading((x, y) => (x > 40 && x < 44 && y > 20 && y < 30 ? 100 : 0)))).toEqual([upper, lower]);
	const gone = plane(60, 80, (x, y) =>
		x >= 30 && x <= 32 && y >= 10 && y < 70 && (y <= 30 || y >= 45) ? 220 : 60,
	);
	expect(boxesOf(gone)).toHaveLength(2);
});

it("joins no two dark strokes that are only near each other", () => {
	const ink = plane(60, 40, (x, y) => {
		const away = Math.min(Math.abs(x - 20), Math.abs(x - 26));
		return y < 8 || y > 32 ? 0 : Math.max(0, 255 - 58 * away);
	});
	expect(boxesOf(ink)).toHaveLength(2);
});
