import { expect, it, vi } from "vitest";
import { cutLine } from "../../../../lib/image/candidates.ts";
import { connectedComponents } from "../../../../lib/image/components.ts";
import type { Plane } from "../../../../lib/image/pixels.ts";
import { inkRuns } from "../../../../lib/image/runs.ts";
import type { ReadStrip } from "../../../../lib/models/line-strip.ts";
import { frameCount } from "../../../../lib/models/line-strip.ts";
import { MOST_EFFORT } from "../../../../lib/reading/picture/effort.ts";
import { type FirstReading, lookOverLines } from "../../../../lib/reading/picture/look-over-lines.ts";

/** Two bars, one of which was read at this cost. */
function lineRead(pathCost: number): { ink: Plane; reading: FirstReading } {
	const ink: Plane = { width: 120, height: 80, data: new Uint8Array(120 * 80) };
	for (let y = 20; y < 60; y++) {
		ink.data.fill(255, y * 120 + 30, y * 120 + 36);
		ink.data.fill(255, y * 120 + 70, y * 120 + 76);
	}
	const blobs = connectedComponents(inkRuns(ink));
	const line = cutLine(blobs, { height: 40, stroke: 6 });
	const characters = blobs.map((blob, i) => ({
		blob,
		from: i,
		to: i + 1,
		cost: 0,
		cutsThrough: [],
		glyph: new Float32Array(784),
		verdict: { probabilities: Float32Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 0) },
		pathCost: i === 0 ? pathCost : 1,
	}));
	return { ink, reading: { line, characters } };
}

const enough = () => ({ left: 1000 });
const readStripOf = () => vi.fn<ReadStrip>(async ({ width }) => new Float32Array(12 * frameCount(width)));

it("shows sure lines too while there is effort to spare", async () => {
	const { ink, reading } = lineRead(1.01);
	const readStrip = readStripOf();
	const alone = { ...reading, characters: reading.characters.slice(0, 1) };
	const found = await lookOverLines({ ink, readStrip, effort: { left: MOST_EFFORT } }, [reading, alone]);
	expect(found.map((evidence) => evidence !== null)).toEqual([true, false]);
});

it("shows the lines in doubt, and no others, to the model where effort is short", async () => {
	const sure = lineRead(1.01);
	const doubted = lineRead(3);
	const readStrip = readStripOf();
	const [of1, of2] = await lookOverLines({ ink: sure.ink, readStrip, effort: enough() }, [
		sure.reading,
		doubted.reading,
	]);
	expect(of1).toBeNull();
	expect(of2!.probabilities).toHaveLength(12 * of2!.frames.length);
	expect(readStrip).toHaveBeenCalledTimes(1);
	const [strip] = readStrip.mock.calls[0];
	expect(strip.height).toBe(32);
	expect(Math.max(...strip.data)).toBe(1);
});

it("tells how far it is, and ends when it is told to", async () => {
	const { ink, reading } = lineRead(3);
	const shares: number[] = [];
	const many = Array.from({ length: 6 }, () => reading);
	await lookOverLines({ ink, readStrip: readStripOf(), effort: enough() }, many, {
		onProgress: (share) => shares.push(share),
	});
	expect(shares).toEqual([1, 2, 3, 4, 5, 6].map((done) => done / 6));

	const controller = new AbortController();
	const readStrip = readStripOf();
	const ended = lookOverLines({ ink, readStrip, effort: enough() }, many, {
		signal: controller.signal,
		onProgress: () => controller.abort(new Error("enough")),
	});
	await expect(ended).rejects.toThrow("enough");
	expect(readStrip).toHaveBeenCalledTimes(1);
});

it("shows no line to the model when there has been enough effort", async () => {
	const { ink, reading } = lineRead(3);
	const readStrip = readStripOf();
	const effort = { left: 6 };
	const found = await lookOverLines({ ink, readStrip, effort }, [reading, reading, reading], {});
	expect(found.map((evidence) => evidence !== null)).toEqual([true, false, false]);
	expect(effort.left).toBeGreaterThanOrEqual(0);
});
