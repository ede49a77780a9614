import type { Pixels } from "../../lib/image/pixels.ts";
import type { DigitSet } from "../data/digit-set.ts";
import { createRandom } from "../random.ts";
import { decodePicture } from "../recognition/decode.ts";
import { type Look, PAPERS, usual } from "./papers.ts";
import type { Part, PictureSample } from "./picture-sets.ts";
import { type WrittenPage, writePage } from "./written-pages.ts";

/** Pages of a kind. */
const USUAL_COUNT = 40;

/** Pages of every kind, as `[kind, pictures]`, the same for the same seed. */
export function pagesOnPapers(
	digits: DigitSet,
	part: Part,
	seed: number,
): (readonly [kind: string, pictures: PictureSample[]])[] {
	return PAPERS.map((paper, kind) => [
		paper.name,
		Array.from({ length: paper.count ?? USUAL_COUNT }, (_, i) => {
			const random = createRandom(seed, kind, i);
			const page = writePage(digits, random, (paper.layout ?? usual)(random));
			return {
				name: `${paper.name} ${i}`,
				part,
				truth: { text: page.text, orderStrict: true },
				load: async () => {
					const pixels = paint(page, paper.look(page, random));
					return paper.file ? decodePicture(await paper.file(pixels, random)) : pixels;
				},
			};
		}),
	]);
}

function paint({ ink: { width, height, data } }: WrittenPage, look: Look): Pixels {
	const painted = new Uint8ClampedArray(4 * width * height);
	for (let y = 0, i = 0; y < height; y++) {
		for (let x = 0; x < width; x++, i++) {
			const [red, green, blue, alpha = 255] = look(x, y, data[i] / 255);
			painted[4 * i] = red;
			painted[4 * i + 1] = green;
			painted[4 * i + 2] = blue;
			painted[4 * i + 3] = alpha;
		}
	}
	return { width, height, data: painted };
}
