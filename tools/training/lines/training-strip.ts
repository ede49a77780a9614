import { resample } from "../../../lib/image/resample.ts";
import {
	FRAME_STEP,
	frameCount,
	inFullInk,
	STRIP_DIGIT,
	STRIP_HEIGHT,
} from "../../../lib/models/line-strip.ts";
import type { Target } from "../../../lib/models/training/ctc.ts";
import { between, normal, type Random } from "../../random.ts";
import { composeLine, type PageLayout, type Writers, type WrittenCharacter } from "./compose-line.ts";
import { wear } from "./paper.ts";

/** A line as the line model sees it, and what it says. */
export interface TrainingStrip {
	/** `STRIP_HEIGHT` rows. */
	readonly pixels: Float32Array;
	readonly targets: readonly Target[];
}

/** Heights of digits on pages, in pixels, as pictures have them. */
const SMALLEST = 20;
const LARGEST = 42;

/** How much higher a digit's ink is than the way of its pen: the reader measures ink. */
const INK_HEIGHT = 1.075;

/** How wrong the reader is about the height of a line's digits (logarithm), and about its level (px of the strip). */
const SIZE_ERROR = 0.07;
const LEVEL_ERROR = 1.1;
/** So seldom it is far more wrong, so many times: where digits hang together it does not know them yet. */
const MISTAKEN = 0.1;
const MISTAKEN_TIMES = 2.5;

/** Writes a line for a strip of `width` px. */
export function trainingStrip(writers: Writers, width: number, random: Random): TrainingStrip {
	const digit = between(random, SMALLEST, LARGEST);
	const error = random() < MISTAKEN ? MISTAKEN_TIMES : 1;
	const scale = (STRIP_DIGIT / (INK_HEIGHT * digit)) * Math.exp(error * SIZE_ERROR * normal(random) - 0.03);
	const height = Math.ceil(STRIP_HEIGHT / scale);
	const layout: PageLayout = {
		width: Math.ceil(width / scale),
		height,
		digit,
		base: height / 2 + digit / 2 + (error * LEVEL_ERROR * normal(random)) / scale,
	};
	const { page, characters } = composeLine(writers, layout, random);
	const ink = wear(page, layout, random);
	const { data } = resample(ink, scale, { x: 0, y: 0 }, width, STRIP_HEIGHT);
	return {
		pixels: inFullInk(data),
		targets: characters.map((character) => targetOf(character, scale, frameCount(width))),
	};
}

/** So much of a character's width on either side need not show it, and so many px beyond it may. */
const SIDE = 0.12;
const BEYOND = 2;

/** The frames in which a character may be shown. */
function targetOf({ label, left, right }: WrittenCharacter, scale: number, frames: number): Target {
	const side = SIDE * (right - left);
	const from = Math.floor(((left + side) * scale - BEYOND) / FRAME_STEP);
	const to = Math.ceil(((right - side) * scale + BEYOND) / FRAME_STEP);
	return { label, from: Math.min(frames - 1, Math.max(0, from)), to: Math.min(frames, Math.max(1, to)) };
}
