import { expect, it } from "vitest";
import { connectedComponents } from "../../../lib/image/components.ts";
import { sureBlobs } from "../../../lib/image/hysteresis.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { plane } from "./drawing.ts";

it("drops what is faint all over and keeps what is dark somewhere, whole", () => {
	const ink = plane(40, 10, (x, y) => {
		if (y < 3 || y > 5) return 0;
		if (x < 10) return 140;
		return x > 20 && x < 30 ? (x < 23 ? 250 : 140) : 0;
	});
	const sure = sureBlobs(ink, connectedComponents(inkRuns(ink)));
	expect(sure.map(({ box, area }) => ({ ...box, area }))).toEqual([
		{ x: 21, y: 3, width: 9, height: 3, area: 27 },
	]);
});
