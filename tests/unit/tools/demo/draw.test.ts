import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawSample } from "../../../../tools/demo/draw.ts";
import { SAMPLES } from "../../../../tools/demo/samples.ts";

describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))("the sample %s", (_, sample) => {
	it("has a margin of paper around its ink", async () => {
		const { data, info } = await sharp(Buffer.from(drawSample({ ...sample, ruled: false })))
			.removeAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		const isInk = (x: number, y: number) =>
			[0, 1, 2].some((channel) => data[(y * info.width + x) * 3 + channel] !== data[channel]);
		let ink = 0;
		let nearest = Number.POSITIVE_INFINITY;
		for (let y = 0; y < info.height; y++)
			for (let x = 0; x < info.width; x++)
				if (isInk(x, y)) {
					ink++;
					nearest = Math.min(nearest, x, y, info.width - 1 - x, info.height - 1 - y);
				}
		expect(ink).toBeGreaterThan(500);
		expect(nearest).toBeGreaterThan(sample.height / 3);
	});
});
