import type { Pixels } from "../../lib/image/pixels.ts";
import { OTHER } from "../../lib/models/line-strip.ts";
import { between, createRandom } from "../random.ts";
import { composeLine, type PageLayout } from "../training/lines/compose-line.ts";
import { age } from "../training/lines/paper.ts";
import { validationWriters } from "../training/lines/writers.ts";
import type { Part, PictureSample } from "./picture-sets.ts";

/** Pictures of each part. */
const COUNT = 300;

/** The tallest and the lowest digits, and how wide the paper is, in heights of a digit. */
const HEIGHTS = [26, 56] as const;
const WIDTHS = [3, 8] as const;

/** Numbers as the line model learns them, by hands that train nothing, as pictures before their ink is found. */
export async function writtenLines(): Promise<PictureSample[]> {
	const writers = await validationWriters();
	const line = (part: Part, seed: number) => {
		const random = createRandom(seed, part === "check" ? 1 : 0);
		const digit = between(random, ...HEIGHTS);
		const layout: PageLayout = {
			width: Math.round(digit * between(random, ...WIDTHS)),
			height: Math.round(2 * digit),
			digit,
			base: 1.5 * digit,
		};
		const { page, characters } = composeLine(writers, layout, random);
		if (characters.length === 0 || characters.some(({ label }) => label === OTHER)) return [];
		const ink = age(page, layout, random);
		const [paper, pen] = [between(random, 190, 250), between(random, 20, 110)];
		const data = new Uint8ClampedArray(4 * ink.data.length).fill(255);
		ink.data.forEach((dark, i) => {
			data.fill(paper + (pen - paper) * dark, 4 * i, 4 * i + 3);
		});
		const pixels: Pixels = { width: ink.width, height: ink.height, data };
		const text = characters.map(({ label }) => label).join("");
		return [
			{ name: `written line ${seed}`, part, truth: { text, orderStrict: true }, load: async () => pixels },
		];
	};
	return (["tuning", "check"] as const).flatMap((part) =>
		Array.from({ length: COUNT }, (_, seed) => line(part, seed)).flat(),
	);
}
