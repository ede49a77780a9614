import { between, type Random } from "../../random.ts";

type Colour = readonly number[];

/** What is seen at a pixel of a picture. */
export type Texture = (x: number, y: number) => Colour;

/** What is seen at a place of a picture, 0..1; null where there is nothing. */
export type Look = (x: number, y: number) => Colour | null;

const shaded = ([red, green, blue]: Colour, by: number): Colour => [red * by, green * by, blue * by];

/** Grains of wood: long waves along x that are distorted along the way. */
const wood =
	(base: Colour, depth: number) =>
	(random: Random): Texture => {
		const [pitch, bend, phase] = [between(random, 6, 16), between(random, 40, 120), random() * 9];
		return (x, y) =>
			shaded(base, 1 + depth * Math.sin(y / pitch + 3 * Math.sin(x / bend + phase) + Math.sin(x / 17)));
	};

const checks = (random: Random): Texture => {
	const side = between(random, 18, 50);
	return (x, y) =>
		(Math.floor(x / side) + Math.floor(y / side)) % 2 === 0 ? [150, 60, 60] : [205, 195, 190];
};

const marble = (random: Random): Texture => {
	const phase = random() * 20;
	return (x, y) => {
		const vein = Math.sin(x / 90 + phase + 2 * Math.sin(y / 70) + Math.sin((x + y) / 33));
		return shaded([222, 220, 214], 1 - 0.16 * Math.max(0, vein) ** 6);
	};
};

const plain =
	(colour: Colour) =>
	(random: Random): Texture => {
		const [across, down] = [between(random, -0.2, 0.2), between(random, -0.2, 0.2)];
		return (x, y) => shaded(colour, 1 + (across * x + down * y) / 1000);
	};

/** Keys in rows. */
const keyboard = (random: Random): Texture => {
	const side = between(random, 50, 90);
	return (x, y) => {
		const row = Math.floor(y / side);
		const [u, v] = [(((x + row * 20) % side) + side) % side, ((y % side) + side) % side];
		return Math.min(u, v) < 8 ? [30, 30, 32] : [70, 72, 76];
	};
};

/** Surfaces on which a sheet may lie. */
export const DESKS: readonly ((random: Random) => Texture)[] = [
	wood([140, 92, 50], 0.12),
	wood([196, 150, 100], 0.08),
	wood([70, 48, 36], 0.2),
	checks,
	marble,
	plain([40, 40, 44]),
	plain([90, 110, 120]),
	plain([175, 172, 168]),
	keyboard,
];

/** Fingers over the side of a sheet, and a thumb: rounded strips from the picture's border inwards. */
export function HANDS(random: Random): Look[] {
	const skin = [between(random, 150, 225), between(random, 105, 165), between(random, 80, 135)];
	const isLeft = random() < 0.5;
	const strips = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, i) => ({
		y: 0.35 + 0.13 * i + between(random, -0.03, 0.03),
		length: between(random, 0.08, 0.2),
		breadth: between(random, 0.04, 0.06),
	}));
	return strips.map(
		({ y, length, breadth }): Look =>
			(px, py) => {
				const x = isLeft ? px : 1 - px;
				const beyond = Math.max(0, x - length);
				const away = Math.hypot(beyond, py - y) / breadth;
				return away > 1 ? null : shaded(skin, 1 - 0.35 * away * away);
			},
	);
}
