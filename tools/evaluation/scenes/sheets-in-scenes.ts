import sharp from "sharp";
import type { Pixels } from "../../../lib/image/pixels.ts";
import type { DigitSet } from "../../data/digit-set.ts";
import { between, createRandom, normal, pick, type Random } from "../../random.ts";
import { decodePicture } from "../../recognition/decode.ts";
import type { Part, PictureSample } from "../picture-sets.ts";
import { type WrittenPage, writePage } from "../written-pages.ts";
import { DESKS, HANDS, type Look, type Texture } from "./textures.ts";

/** A place on the sheet, in its pixels, for one in the picture. */
type Lens = (x: number, y: number) => readonly [u: number, v: number];

/** What is seen beside a sheet, and how it lies. */
interface Scene {
	readonly desk: Texture;
	/** What lies on desk and sheet: fingers, a pen. */
	readonly above: readonly Look[];
	/** Degrees by which the sheet is turned at most, and how much nearer one side of it is at most. */
	readonly turn: number;
	readonly near: number;
	/** Share of the picture's sides that the sheet takes. */
	readonly share: readonly [least: number, most: number];
	/** Degrees by which the whole picture is turned. */
	readonly side?: 90 | 180 | 270;
	readonly stamp?: boolean;
	readonly border?: boolean;
}

const onDesk = (random: Random): Scene => ({
	desk: pick(random, DESKS)(random),
	above: [],
	turn: 12,
	near: 0.25,
	share: [0.5, 0.85],
});
const page = (random: Random): Scene => ({ ...onDesk(random), share: [1.1, 1.3], turn: 2, near: 0.05 });

const KINDS: readonly (readonly [name: string, scene: (random: Random) => Scene])[] = [
	["note on a desk", onDesk],
	["turned on a desk", (random) => ({ ...onDesk(random), turn: 35, share: [0.45, 0.7] })],
	["in a hand", (random) => ({ ...onDesk(random), above: HANDS(random), share: [0.7, 0.95] })],
	["cut off", (random) => ({ ...onDesk(random), share: [0.85, 1.1] })],
	["on its side", (random) => ({ ...page(random), side: pick(random, [90, 180, 270] as const) })],
	["stamped", (random) => ({ ...page(random), stamp: true })],
	["dark border", (random) => ({ ...page(random), border: true })],
];

/** Pictures of a kind and part. */
const COUNT = 24;

/** Photos of numbers on a sheet that lies somewhere, as `[kind, pictures]`, the same for the same seed. */
export function sheetsInScenes(
	digits: DigitSet,
	part: Part,
	seed: number,
): (readonly [kind: string, pictures: PictureSample[]])[] {
	return KINDS.map(([name, sceneOf], kind) => [
		name,
		Array.from({ length: COUNT }, (_, i) => {
			const random = createRandom(seed, 100 + kind, i);
			const scene = sceneOf(random);
			const written = writePage(digits, random, { height: Math.round(between(random, 36, 80)) });
			return {
				name: `${name} ${i}`,
				part,
				truth: { text: written.text, orderStrict: true },
				load: () => photograph(written, scene, random),
			};
		}),
	]);
}

/** The sheet is so many times as wide and as high as what is written on it. */
const ROOM = 1.5;
const SIDES = [1000, 750] as const;

async function photograph(written: WrittenPage, scene: Scene, random: Random): Promise<Pixels> {
	const [width, height] = random() < 0.5 ? SIDES : [SIDES[1], SIDES[0]];
	const { ink } = written;
	const sheet = { width: ROOM * ink.width, height: ROOM * ink.height };
	const lens = lensOf(sheet, width, height, scene, random);
	const left = between(random, 0.2, 0.8) * (sheet.width - ink.width);
	const top = between(random, 0.2, 0.8) * (sheet.height - ink.height);
	const paper = pick(random, [
		[235, 232, 224],
		[242, 242, 245],
		[225, 228, 232],
		[248, 238, 190],
	] as const);
	const pen = pick(random, [
		[40, 42, 60],
		[35, 50, 140],
		[70, 70, 72],
	] as const);
	const isRuled = random() < 0.4;
	const rule = [150, 165, 195] as const;
	const light = [between(random, 0.45, 1), between(random, 0.45, 1)] as const;
	const noise = between(random, 0, 5);
	const data = Buffer.alloc(3 * width * height);
	for (let y = 0, p = 0; y < height; y++) {
		for (let x = 0; x < width; x++, p += 3) {
			const [u, v] = lens(x, y);
			const inside = Math.min(u, v, sheet.width - u, sheet.height - v);
			const covered = inkAt(ink, u - left, v - top);
			const onRule = isRuled && (v + written.rowHeight / 3) % (written.rowHeight / 2) < 1.6;
			const bare = onRule ? rule : paper;
			const colour = [0, 1, 2].map((c) => bare[c] + (pen[c] - bare[c]) * covered);
			const under = scene.border ? [4, 4, 4] : scene.desk(x, y);
			const shadow = 1 - 0.35 * Math.exp(-(((inside + 6) / 8) ** 2));
			let seen: readonly number[] = inside > 0 ? colour : under.map((value) => value * shadow);
			for (const look of scene.above) seen = look(x / width, y / height) ?? seen;
			const shade = light[0] + ((light[1] - light[0]) * (x + y)) / (width + height);
			for (let c = 0; c < 3; c++)
				data[p + c] = Math.max(0, Math.min(255, seen[c] * shade + noise * normal(random)));
		}
	}
	let photo = sharp(data, { raw: { width, height, channels: 3 } });
	if (scene.stamp) photo = photo.composite([{ input: stampOf(width, height), left: 0, top: 0 }]);
	const turned = sharp(await photo.png().toBuffer()).rotate(scene.side ?? 0);
	return decodePicture(await turned.jpeg({ quality: Math.round(between(random, 60, 92)) }).toBuffer());
}

/** Where on the sheet a pixel looks: turned, in perspective, the sheet a share of the picture. */
function lensOf(
	sheet: { width: number; height: number },
	width: number,
	height: number,
	{ turn, near, share }: Scene,
	random: Random,
): Lens {
	const angle = (between(random, -turn, turn) * Math.PI) / 180;
	const scale = Math.max(sheet.width / width, sheet.height / height) / between(random, ...share);
	const [nearX, nearY] = [between(random, -near, near), between(random, -near, near)];
	const [shiftX, shiftY] = [between(random, -0.06, 0.06) * width, between(random, -0.06, 0.06) * height];
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	return (x, y) => {
		const [dx, dy] = [x - width / 2 - shiftX, y - height / 2 - shiftY];
		const depth = 1 + (nearX * dx) / width + (nearY * dy) / height;
		const [u, v] = [(dx * cos + dy * sin) / depth, (dy * cos - dx * sin) / depth];
		return [u * scale + sheet.width / 2, v * scale + sheet.height / 2];
	};
}

function inkAt({ width, height, data }: WrittenPage["ink"], x: number, y: number): number {
	const [column, row] = [Math.floor(x), Math.floor(y)];
	if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) return 0;
	const [u, v] = [x - column, y - row];
	const i = row * width + column;
	const above = data[i] * (1 - u) + data[i + 1] * u;
	const below = data[i + width] * (1 - u) + data[i + width + 1] * u;
	return (above * (1 - v) + below * v) / 255;
}

const stampOf = (width: number, height: number) =>
	Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="${width - 20}" y="${height - 20}"
		text-anchor="end" font-family="monospace" font-size="${Math.round(width / 32)}" fill="#fff">2018-5-23 18:07</text></svg>`,
	);
