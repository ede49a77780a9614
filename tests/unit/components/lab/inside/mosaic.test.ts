import fc from "fast-check";
import { expect, test } from "vitest";
import { drawMosaic, fitMosaic, layOut, mapAt, mapOf } from "../../../../../components/lab/inside/mosaic.ts";
import { vgg16 } from "../../../../../lib/models/architectures/vgg-16.ts";
import { placeLayers } from "../../../../../lib/models/network.ts";

test("maps lie row by row with a transparent pixel between them", () => {
	const mosaic = layOut([2, 2, 3], 2);
	expect(mosaic).toMatchObject({ maps: 3, columns: 2, width: 5, height: 5 });
	// Only the first pixel of map 2 says anything.
	const values = new Float32Array(12);
	values[2] = 1;
	const pixels = drawMosaic(mosaic, values);
	const alpha = (x: number, y: number) => pixels[4 * (y * 5 + x) + 3];
	const red = (x: number, y: number) => pixels[4 * (y * 5 + x)];
	expect([alpha(0, 0), alpha(2, 0), alpha(3, 0), alpha(3, 3)]).toEqual([255, 0, 255, 0]);
	expect(red(0, 3)).toBe(255);
	expect(red(1, 3)).toBeLessThan(20);
	expect([...mapOf(mosaic, values, 2)]).toEqual([1, 0, 0, 0]);
});

test("a click finds its map, and none behind the last", () => {
	const mosaic = layOut([4, 4, 5], 3);
	expect(mapAt(mosaic, 0.01, 0.01)).toBe(0);
	expect(mapAt(mosaic, 0.99, 0.01)).toBe(2);
	expect(mapAt(mosaic, 0.5, 0.99)).toBe(4);
	expect(mapAt(mosaic, 0.99, 0.99)).toBeNull();
});

test("every layer of the largest network fits its room", () => {
	for (const { outputShape } of placeLayers(vgg16)) {
		const { mosaic, scale } = fitMosaic(outputShape, 740);
		expect(mosaic.width * scale).toBeLessThanOrEqual(740);
		expect(mosaic.height * scale).toBeLessThanOrEqual(360);
	}
});

test("whatever the shape, all maps are in the picture", () => {
	const side = fc.integer({ min: 1, max: 28 });
	fc.assert(
		fc.property(side, fc.integer({ min: 1, max: 600 }), (height, maps) => {
			const { mosaic, scale } = fitMosaic([height, height, maps], 740);
			expect(mosaic.maps).toBe(maps);
			expect(scale).toBeGreaterThanOrEqual(1);
			expect(Math.ceil(mosaic.height / (height + 1)) * mosaic.columns).toBeGreaterThanOrEqual(maps);
		}),
	);
});
