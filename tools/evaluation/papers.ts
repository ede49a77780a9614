import sharp from "sharp";
import type { Pixels } from "../../lib/image/pixels.ts";
import { between, normal, pick, type Random } from "../random.ts";
import { twoGrounds } from "./two-grounds.ts";
import type { Layout, WrittenPage } from "./written-pages.ts";

type Colour = readonly [red: number, green: number, blue: number, alpha?: number];

/** The colour at a pixel; `ink` says how much of it the pen covers, 0..1. */
export type Look = (x: number, y: number, ink: number) => Colour;

/** One kind of picture in which numbers are found. */
export interface Paper {
	readonly name: string;
	/** How many pages of it are written; otherwise as many as of the others. */
	readonly count?: number;
	/** How they are written, where not as usual. */
	readonly layout?: (random: Random) => Layout;
	readonly look: (page: WrittenPage, random: Random) => Look;
	/** What saving it does. */
	readonly file?: (pixels: Pixels, random: Random) => Promise<Buffer>;
}

const mix = (paper: Colour, pen: Colour, ink: number): Colour => [
	paper[0] + (pen[0] - paper[0]) * ink,
	paper[1] + (pen[1] - paper[1]) * ink,
	paper[2] + (pen[2] - paper[2]) * ink,
];
const gray = (level: number): Colour => [level, level, level];
/** As most pages are written. */
export const usual = (random: Random): Layout => ({ height: Math.round(between(random, 28, 70)) });

const PAPER: Colour = [246, 244, 238];
const PEN: Colour = [38, 40, 62];
const RULE: Colour = [150, 170, 205];

const asSharp = ({ width, height, data }: Pixels) => sharp(data, { raw: { width, height, channels: 4 } });

/** Whether a line of a grid with this pitch, moved by `start` and `thickness` wide, covers the place. */
const onGrid = (at: number, pitch: number, start: number, thickness: number) =>
	(((at - start) % pitch) + pitch) % pitch < thickness;

const thicknessOf = ({ height }: WrittenPage) => Math.max(1, Math.round(height / 35));

/** Pen and paper of different colours and of the same brightness. */
const COLOURS: readonly (readonly [paper: Colour, pen: Colour])[] = [
	[
		[255, 214, 102],
		[40, 60, 190],
	],
	[
		[190, 220, 255],
		[215, 60, 60],
	],
	[
		[240, 175, 190],
		[35, 110, 60],
	],
	[
		[60, 130, 90],
		[250, 240, 140],
	],
	[
		[225, 120, 60],
		[60, 110, 200],
	],
];

export const PAPERS: readonly Paper[] = [
	{
		name: "ruled",
		look: (page, random) => {
			const [start, thickness] = [between(random, 0.9, 1.5) * page.height, thicknessOf(page)];
			return (_, y, ink) => mix(onGrid(y, page.rowHeight, start, thickness) ? RULE : PAPER, PEN, ink);
		},
	},
	{
		name: "squared",
		look: (page, random) => {
			const pitch = between(random, 0.45, 1.1) * page.height;
			const [left, top, thickness] = [random() * pitch, random() * pitch, thicknessOf(page)];
			return (x, y, ink) =>
				mix(onGrid(x, pitch, left, thickness) || onGrid(y, pitch, top, thickness) ? RULE : PAPER, PEN, ink);
		},
	},
	{
		name: "table",
		look: (page) => {
			const half = page.height / 2;
			const thickness = 1.5 * thicknessOf(page);
			return (x, y, ink) => {
				const isBorder =
					onGrid(x, page.columnWidth, half, thickness) || onGrid(y, page.rowHeight, half, thickness);
				return mix(isBorder ? gray(70) : PAPER, PEN, ink);
			};
		},
	},
	{
		name: "shadow",
		look: ({ ink: { width, height } }, random) => {
			const [fromX, toX] = [between(random, 0.35, 1), between(random, 0.35, 1)];
			const edge = between(random, 0.3, 0.7) * width;
			return (x, y, ink) => {
				const slope = fromX + ((toX - fromX) * (x + y)) / (width + height);
				const cast = 1 / (1 + Math.exp((edge + 0.3 * y - x) / (0.02 * width)));
				const light = slope * (0.6 + 0.4 * cast);
				const [red, green, blue] = mix(PAPER, PEN, ink);
				return [red * light, green * light, blue * light];
			};
		},
	},
	{
		name: "vignette",
		look: ({ ink: { width, height } }) => {
			return (x, y, ink) => {
				const away = Math.hypot(x / width - 0.5, y / height - 0.5) / Math.SQRT1_2;
				const light = 1 - 0.75 * away ** 2;
				const [red, green, blue] = mix(PAPER, PEN, ink);
				return [red * light, green * light, blue * light];
			};
		},
	},
	{
		name: "low contrast",
		look: (_, random) => {
			const paper = between(random, 60, 235);
			const contrast = between(random, 10, 16) * (random() < 0.3 ? -1 : 1);
			return (_x, _y, ink) => gray(Math.round(paper - contrast * ink + 0.8 * normal(random)));
		},
	},
	{
		name: "thin pencil",
		layout: (random) => ({ height: Math.round(between(random, 30, 60)) }),
		look: (_, random) => {
			const contrast = between(random, 45, 110);
			// Only where MNIST's broad pen pressed hardest: a line a third as wide, darker here and lighter there.
			return (x, y, ink) => {
				const pressure = 0.75 + 0.25 * Math.sin(x / 9) * Math.cos(y / 11);
				const line = Math.max(0, ink - 0.6) * 2.5 * pressure;
				return gray(228 - contrast * line + 2 * normal(random));
			};
		},
	},
	{
		name: "JPEG noise",
		look: (_, random) => {
			const contrast = between(random, 60, 200);
			return (_x, _y, ink) => gray(225 - contrast * ink + 6 * normal(random));
		},
		file: async (pixels, random) =>
			asSharp(pixels)
				.jpeg({ quality: Math.round(between(random, 8, 25)) })
				.toBuffer(),
	},
	{
		name: "transparent",
		look: (_, random) => {
			const pen = pick(random, [PEN, gray(245), [250, 90, 80] as Colour, gray(0)]);
			return (_x, _y, ink) => [pen[0], pen[1], pen[2], 255 * ink];
		},
		file: async (pixels) => asSharp(pixels).png().toBuffer(),
	},
	{
		name: "light on dark",
		look: (_, random) => {
			const board = pick(random, [gray(22), [28, 62, 48], [30, 36, 80]] as Colour[]);
			const chalk = between(random, 120, 245);
			return (_x, _y, ink) => mix(board, gray(chalk), ink);
		},
	},
	{
		name: "coloured",
		look: (_, random) => {
			const [paper, pen] = pick(random, COLOURS);
			return (_x, _y, ink) => mix(paper, pen, ink);
		},
	},
	{
		name: "tiny",
		layout: (random) => ({ height: Math.round(between(random, 12, 20)) }),
		look: () => (_x, _y, ink) => mix(PAPER, PEN, ink),
	},
	{
		name: "climbing",
		layout: (random) => ({ ...usual(random), climb: between(random, -15, 15) }),
		look: () => (_x, _y, ink) => mix(PAPER, PEN, ink),
	},
	{
		name: "turned by EXIF",
		count: 24,
		look: () => (_x, _y, ink) => mix(PAPER, PEN, ink),
		file: async (pixels, random) => {
			// What a viewer must do for orientation 3, 6 and 8, undone.
			const [orientation, angle] = pick(random, [[3, 180] as const, [6, 270] as const, [8, 90] as const]);
			const turned = await asSharp(pixels).rotate(angle).png().toBuffer();
			return sharp(turned).withMetadata({ orientation }).jpeg({ quality: 85 }).toBuffer();
		},
	},
	{
		name: "huge",
		count: 2,
		layout: (random) => ({ height: Math.round(between(random, 300, 700)) }),
		look: () => (_x, _y, ink) => mix(PAPER, PEN, ink),
	},
	{ name: "two grounds", look: (page, random) => twoGrounds(page, random) },
	{
		name: "two grounds, photo",
		look: (page, random) => twoGrounds(page, random, between(random, 2, 7)),
		file: async (pixels, random) =>
			asSharp(pixels)
				.blur(between(random, 0.5, 1.6))
				.jpeg({ quality: Math.round(between(random, 50, 90)) })
				.toBuffer(),
	},
];
