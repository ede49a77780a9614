import { between, normal, pick, type Random } from "../random.ts";
import type { WrittenPage } from "./written-pages.ts";

type Colour = readonly [red: number, green: number, blue: number];

/** Light writing stands on the first ground of a pair, dark writing on the second. */
const GROUNDS: readonly (readonly [dark: Colour, light: Colour])[] = [
	[
		[24, 24, 28],
		[255, 255, 255],
	],
	[
		[40, 70, 120],
		[240, 240, 244],
	],
	[
		[30, 90, 70],
		[236, 232, 220],
	],
	[
		[92, 60, 38],
		[228, 226, 222],
	],
	[
		[110, 110, 114],
		[250, 250, 250],
	],
];

/** Whether a place lies on the dark ground: a bar over the first row, every other column or row, a label, what is around one. */
function darkAt(page: WrittenPage, random: Random): (x: number, y: number) => boolean {
	const { ink, height, rowHeight, columnWidth } = page;
	const half = height / 2;
	const rows = Math.round((ink.height - height) / rowHeight);
	const columns = Math.round((ink.width - height) / columnWidth);
	const [room, isDark] = [between(random, 0.1, 0.4) * height, random() < 0.5];
	const row = (y: number) => Math.max(0, Math.min(rows - 1, Math.floor((y - half) / rowHeight)));
	const column = (x: number) => Math.max(0, Math.min(columns - 1, Math.floor((x - half) / columnWidth)));
	const isIn = (x: number, y: number, bottom: number) =>
		x > half - room && x < ink.width - half + room && y > half - room && y < bottom;
	const end = half + rowHeight;
	if (rows > 1) {
		return pick(random, [
			(_, y: number) => row(y) === 0,
			(_, y: number) => (row(y) % 2 === 0) === isDark,
			(x, y) => isIn(x, y, end) === isDark,
		] as ((x: number, y: number) => boolean)[]);
	}
	if (columns > 1) return (x) => (column(x) === 0) === isDark;
	return (x, y) => isIn(x, y, ink.height - half + room);
}

/** A page of which one part is dark with light writing; `grain` is that of a camera, which also shades it. */
export function twoGrounds(
	page: WrittenPage,
	random: Random,
	grain = 0,
): (x: number, y: number, ink: number) => Colour {
	const isDark = darkAt(page, random);
	const [dark, light] = pick(random, GROUNDS);
	const [chalk, pen] = [between(random, 215, 255), between(random, 10, 70)];
	const [from, to] = grain > 0 ? [between(random, 0.6, 1), between(random, 0.6, 1)] : [1, 1];
	const { width, height } = page.ink;
	return (x, y, ink) => {
		const [ground, stroke] = isDark(x, y) ? [dark, chalk] : [light, pen];
		const shade = from + ((to - from) * (x + y)) / (width + height);
		const colour = ground.map((level) => shade * (level + (stroke - level) * ink) + grain * normal(random));
		return colour as unknown as Colour;
	};
}
