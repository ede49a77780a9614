import { expect, test, vi } from "vitest";
import { blobOf } from "../../../../lib/image/components.ts";
import type { Classify } from "../../../../lib/models/verdict.ts";
import { classifyBlobs } from "../../../../lib/reading/picture/classify-blobs.ts";
import { plane } from "../../image/drawing.ts";

const ink = plane(400, 10, (_, y) => (y >= 2 && y < 8 ? 255 : 0));
/** Blobs that differ in their width, so that their glyphs do too. */
const line = (count: number) =>
	Array.from({ length: count }, (_, i) =>
		blobOf(Array.from({ length: 6 }, (_, y) => [y + 2, 0, i + 1] as const)),
	);
const sum = (glyph: Float32Array) => glyph.reduce((total, ink) => total + ink, 0);
/** Says of each glyph how much ink it has. */
const classify = (): Classify =>
	vi.fn(async (glyphs: readonly Float32Array[]) =>
		glyphs.map((glyph) => ({ probabilities: new Float32Array(10).fill(sum(glyph)) })),
	);

test("a page goes through in one batch, and every blob gets its own verdict", async () => {
	const asked = classify();
	const effort = { left: 1000 };
	const seen = await classifyBlobs({ ink, classify: asked, effort }, [line(3), [], line(2)]);
	expect(effort.left).toBe(995);
	expect(asked).toHaveBeenCalledTimes(1);
	expect(seen.map((line) => line.length)).toEqual([3, 0, 2]);
	for (const { glyph, verdict } of seen.flat()) expect(verdict.probabilities[0]).toBeCloseTo(sum(glyph));
});

test("of very many blobs others get their turn in between, and the work can be ended", async () => {
	const order: string[] = [];
	const asked: Classify = async (glyphs) => {
		order.push("batch");
		return classify()(glyphs);
	};
	setTimeout(() => order.push("other"));
	const shares: number[] = [];
	const seen = await classifyBlobs({ ink, classify: asked, effort: { left: 1000 } }, [line(100)], {
		onProgress: (share) => shares.push(share),
	});
	expect(shares).toEqual([0.64, 1]);
	expect(seen[0]).toHaveLength(100);
	expect(order).toEqual(["batch", "other", "batch"]);

	const controller = new AbortController();
	setTimeout(() => controller.abort(new Error("enough")));
	await expect(
		classifyBlobs({ ink, classify: asked, effort: { left: 1000 } }, [line(300)], {
			signal: controller.signal,
		}),
	).rejects.toThrow("enough");
});
