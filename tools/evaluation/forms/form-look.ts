import { between, pick, type Random } from "../../random.ts";

/** How a form and its picture look. Lengths are shares of a cell's height, colours red, green and blue. */
export interface FormLook {
	/** Pixels of a cell's height. */
	readonly cell: number;
	readonly pen: number;
	readonly rule: number;
	readonly penColour: Colour;
	readonly ruleColour: Colour;
	/** Digits that touch the lines. */
	readonly isTouching: boolean;
	/** Room beside the form, in cells. */
	readonly margin: number;
	/** Lines that a hand has drawn: how far they sway, and how much of them the pen skipped. */
	readonly sway: number;
	readonly skipped: number;
	/** Degrees that the picture is turned, how much nearer its sides are, how far lines bend, as shares of its size. */
	readonly turn: number;
	readonly nearness: readonly [across: number, down: number];
	readonly bend: number;
	/** Share of the light missing at the sides; brightness of the paper; noise and blur in pixels; JPEG quality, 0 for none. */
	readonly shade: readonly [across: number, down: number];
	readonly paper: number;
	readonly noise: number;
	readonly blur: number;
	readonly quality: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

const gray = (level: number): Colour => [level, level, level];
/** Pens and printed lines that are not gray. */
const PENS: readonly Colour[] = [
	[35, 45, 130],
	[20, 60, 170],
	[150, 30, 40],
];
const RULES: readonly Colour[] = [
	[130, 160, 215],
	[220, 120, 120],
	[120, 190, 150],
	[60, 70, 140],
];

/** Lines are of every thickness, and darker than the pen, like it, or fainter. */
function drawing(random: Random, cell: number, margin: number) {
	const level = between(random, 20, 90);
	const penColour = random() < 0.3 ? pick(random, PENS) : gray(level);
	const levels = [Math.max(0, level - 50), level, 130, 180];
	return {
		cell,
		margin,
		pen: between(random, 0.04, 0.11),
		rule: pick(random, [0.015, 0.03, 0.06, 0.1]),
		penColour,
		ruleColour: random() < 0.3 ? pick(random, RULES) : gray(pick(random, levels)),
		isTouching: random() < 0.35,
	};
}

const STILL = { sway: 0, skipped: 0, turn: 0, nearness: [0, 0], bend: 0 } as const;
const LIT = { shade: [0, 0], paper: 252, noise: 0, blur: 0, quality: 0 } as const;

/** A form as it is printed, on a screen or scanned. */
const printed = (random: Random, cell: number, margin: number): FormLook => ({
	...drawing(random, cell, margin),
	...STILL,
	...LIT,
	turn: random() < 0.5 ? between(random, -1, 1) : 0,
});

/** What a phone makes of it: from a side, out of focus a little, in the light of a room. */
const photographed = (random: Random): Partial<FormLook> => ({
	turn: between(random, -4, 4),
	nearness: [between(random, -0.2, 0.2), between(random, -0.2, 0.2)],
	bend: between(random, -0.02, 0.02),
	shade: [between(random, -0.4, 0.4), between(random, -0.4, 0.4)],
	paper: between(random, 150, 235),
	noise: between(random, 1, 6),
	blur: between(random, 0.4, 1.2),
	quality: Math.round(between(random, 40, 90)),
});

/** Lines that a hand has drawn, with the pen that fills them in or another. */
const drawnByHand = (random: Random): Partial<FormLook> => ({
	rule: between(random, 0.025, 0.1),
	sway: between(random, 0.005, 0.03),
	skipped: random() < 0.5 ? between(random, 0, 0.15) : 0,
});

/** The looks of forms, taken in turns: `[name, look]`. */
export const LOOKS: readonly (readonly [
	name: string,
	look: (random: Random, cell: number, margin: number) => FormLook,
])[] = [
	["printed", printed],
	["photo", (random, cell, margin) => ({ ...printed(random, cell, margin), ...photographed(random) })],
	["by hand", (random, cell, margin) => ({ ...printed(random, cell, margin), ...drawnByHand(random) })],
	[
		"by hand, photo",
		(random, cell, margin) => ({
			...printed(random, cell, margin),
			...drawnByHand(random),
			...photographed(random),
		}),
	],
];
