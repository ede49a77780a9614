import type { Point } from "../../../lib/geometry.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { OTHER } from "../../../lib/models/line-strip.ts";
import { between, normal, pick, type Random } from "../../random.ts";
import { type LineText, numberText } from "./amount.ts";
import type { Hand, Hands } from "./hand.ts";
import { drawPen, type Extent, type Shape, writeShape } from "./shape.ts";

/** Who writes lines. */
export interface Writers {
	/** Kinds of hands, and how often each kind writes. */
	readonly hands: readonly (readonly [share: number, Hands])[];
	/** Letters and signs, which are no digits. */
	readonly others: readonly Shape[];
}

/** A character on the page. */
export interface WrittenCharacter extends Extent {
	/** 0..9, or `OTHER`. */
	readonly label: number;
}

/** A written line. */
export interface ComposedLine {
	/** 0 = paper, 1 = ink. */
	readonly page: InkMap;
	/** From left to right. */
	readonly characters: readonly WrittenCharacter[];
}

/** What stays the same within a line; lengths in heights of a digit. */
interface Style {
	readonly gap: number;
	readonly slant: number;
	readonly aspect: number;
	readonly radius: number;
	/** How thin pens redraw pictures, 0..1. */
	readonly thinness: number;
	readonly waver: number;
	readonly climb: number;
	/** Relative growth from the first character to the last. */
	readonly drift: number;
	readonly uneven: number;
	/** Where zeros at the end are smaller: by how much. */
	readonly zeros: number;
	/** How much wider zeros are than by the other digits' measure. */
	readonly zeroAspect: number;
	/** How often neighbours are joined. */
	readonly joins: number;
	/** How neighbouring zeros are written: each by itself, with a stroke to the next, all in one go. */
	readonly zerosIn: "parts" | "links" | "loops";
}

/** Hands lean to the right, the reader sets lines upright: shift to the left per pixel up. */
const SET_UPRIGHT = 0.07;

function styleOf(random: Random): Style {
	const chance = (share: number) => random() < share;
	// A felt pen, or, as on most paper, a ball pen.
	const fat = chance(0.22);
	return {
		gap: chance(0.45) ? between(random, -0.1, 0.12) : between(random, 0.05, chance(0.15) ? 0.9 : 0.45),
		slant: (chance(0.15) ? 0.3 : 0.12) * normal(random) - SET_UPRIGHT,
		aspect: Math.exp(0.05 + 0.2 * normal(random)),
		radius: Math.min(
			0.14,
			Math.max(0.025, fat ? 0.07 * Math.exp(0.3 * normal(random)) : 0.037 * Math.exp(0.25 * normal(random))),
		),
		thinness: fat ? between(random, 0, 0.6) : between(random, 0.6, 1),
		waver: between(random, 0.01, 0.07),
		climb: 0.02 * normal(random),
		drift: chance(0.3) ? 0.15 * normal(random) : 0,
		uneven: chance(0.25) ? 0.13 : 0.06,
		zeros: chance(0.4) ? between(random, 0.45, 0.85) : 1,
		joins: chance(0.25) ? between(random, 0.2, 0.7) : 0.04,
		zeroAspect: Math.exp(0.2 * normal(random)),
		zerosIn: chance(0.5) ? "parts" : chance(0.5) ? "links" : "loops",
	};
}

function handOf({ hands }: Writers, random: Random): Hand {
	let left = random() * hands.reduce((sum, [share]) => sum + share, 0);
	for (const [share, some] of hands) {
		left -= share;
		if (left < 0) return some(random);
	}
	return hands[0][1](random);
}

/** Where the line is on its page: pixels. */
export interface PageLayout {
	readonly width: number;
	readonly height: number;
	/** Height of a digit, and the y on which digits stand. */
	readonly digit: number;
	readonly base: number;
}

/** Straight pieces of a round zero. */
const LOOP_STEPS = 16;

/** How often the stroke before them runs on into zeros written in one go. */
const LINKED_BEFORE = 0.3;

/** How wide a character and its gap usually are, in heights of a digit. */
const PITCH = 0.72;

/** Writes a number, one hand and one pen, as far as the page is wide. */
export function composeLine(writers: Writers, layout: PageLayout, random: Random): ComposedLine {
	const { width, height, digit } = layout;
	const page: InkMap = { width, height, data: new Float32Array(width * height) };
	const style = styleOf(random);
	const most = Math.max(1, width / digit / Math.max(0.45, PITCH + Math.min(style.gap, 0.5)) - 0.6);
	const text = numberText(Math.max(1, Math.round(most * between(random, 0.55, 1.1))), random);
	const pen = new LinePen(page, writers, style, layout, random);
	pen.write(text);
	return { page, characters: pen.characters };
}

/** Writes the characters of a text one after the other. */
class LinePen {
	readonly characters: WrittenCharacter[] = [];
	readonly #page: InkMap;
	readonly #hand: Hand;
	readonly #others: readonly Shape[];
	readonly #style: Style;
	readonly #layout: PageLayout;
	readonly #random: Random;
	#left: number;
	/** 1, or smaller where cents are written. */
	#size = 1;
	#raised = 0;

	constructor(page: InkMap, writers: Writers, style: Style, layout: PageLayout, random: Random) {
		this.#page = page;
		this.#hand = handOf(writers, random);
		this.#others = writers.others;
		this.#style = style;
		this.#layout = layout;
		this.#random = random;
		this.#left = between(random, 0.1, 0.7) * layout.digit;
	}

	write(text: LineText): void {
		const zerosFrom = text.search(/0[0.,' =/~-]*$/);
		for (let i = 0; i < text.length; i++) {
			const sign = text[i];
			if (/[0-9]/.test(sign)) {
				const small = zerosFrom > 0 && i >= zerosFrom ? this.#style.zeros : 1;
				const label = Number(sign);
				const zeros = /^0*/.exec(text.slice(i))![0].length;
				if (zeros > 1 && this.#style.zerosIn === "loops") {
					if (!this.#loops(zeros, small)) return;
					i += zeros - 1;
					continue;
				}
				if (!this.#character(label, this.#hand.write(label, this.#random), small)) return;
				this.#joinNext(label === 0 && text[i + 1] === "0" && this.#style.zerosIn === "links");
			} else if (sign === "a" || sign === "$") {
				if (!this.#character(OTHER, pick(this.#random, this.#others), 1)) return;
			} else if (sign === "'") this.#raise();
			else if (sign === "~") this.#flourish();
			else if (!this.#mark(sign)) return;
		}
		if (this.#raised > 0 && this.#random() < 0.5) this.#underline(this.characters.slice(-2));
		else if (this.#random() < 0.05) this.#underline(this.characters);
	}

	/** The y on which ink at `x` stands. */
	#baseAt(x: number): number {
		const { base, digit, width } = this.#layout;
		return base + this.#style.climb * (x - width / 2) - this.#raised * digit;
	}

	/** Writes a character unless it has no room; false then. */
	#character(label: number, shape: Shape, shrunk: number): boolean {
		const { digit, width } = this.#layout;
		const { aspect, zeroAspect, drift, uneven, slant, radius, thinness, waver, gap } = this.#style;
		const random = this.#random;
		const grown = Math.exp(drift * (this.#left / width - 0.5) + uneven * normal(random));
		const high = digit * this.#size * shrunk * grown;
		const down = high / Math.max(shape.height, 0.7 * shape.width, 1e-6);
		const across = down * aspect * (label === 0 ? zeroAspect : 1) * Math.exp(0.05 * normal(random));
		const wide = shape.width * across;
		if (this.#left + wide > width - 3) return false;
		const penRadius = Math.max(0.45, radius * digit * Math.sqrt(this.#size));
		const extent = writeShape(
			this.#page,
			shape,
			{
				left: this.#left,
				base: this.#baseAt(this.#left) - penRadius * 0.5 + 0.035 * digit * normal(random),
				across,
				down,
				slant: slant + 0.04 * normal(random),
				radius: penRadius,
				thinness,
				waver: waver * digit,
			},
			random,
		);
		this.characters.push({ label, ...extent });
		this.#left = this.#left + wide + (gap * this.#size + 0.05 * normal(random)) * digit;
		// However close they are, one begins after most of the other.
		this.#left = Math.max(this.#left, extent.left + Math.max(0.62 * wide, 0.12 * digit));
		return true;
	}

	/** Zeros without lifting the pen, each from its top to the left and round. False where they have no room. */
	#loops(count: number, shrunk: number): boolean {
		const random = this.#random;
		const { digit, width } = this.#layout;
		const high = digit * this.#size * shrunk * Math.exp(0.08 * normal(random));
		const wide = high * between(random, 0.5, random() < 0.4 ? 1.5 : 0.9) * this.#style.aspect;
		const pitch = wide * between(random, 0.8, 1.4);
		if (this.#left + pitch * (count - 1) + wide > width - 3) return false;
		const base = this.#baseAt(this.#left) + 0.03 * digit * normal(random);
		const radius = Math.max(0.45, this.#style.radius * digit);
		// Where round a zero begins and ends: 0 is its top, which need not close.
		const begin = between(random, -0.25, 0.15);
		const usualEnd = begin + between(random, 0.85, 1.2);
		// Towards the end they become smaller, and the last need not close at all.
		const shrinking = random() < 0.4 ? between(random, 0.8, 1) : 1;
		const last = this.characters.at(-1);
		let pen: Point | undefined =
			last && random() < LINKED_BEFORE
				? [last.right - 0.05 * digit, base - high * between(random, 0, 1)]
				: undefined;
		for (let zero = 0; zero < count; zero++) {
			const size = shrinking ** zero * Math.exp(0.08 * normal(random));
			const end = zero === count - 1 ? usualEnd - between(random, 0, 0.3) : usualEnd;
			const middle = this.#left + wide / 2 + pitch * zero;
			for (let step = 0; step <= LOOP_STEPS; step++) {
				const turn = 2 * Math.PI * (begin + ((end - begin) * step) / LOOP_STEPS);
				const above = (high / 2) * size * (1 + Math.cos(turn));
				const x = middle - (wide / 2) * size * Math.sin(turn) + this.#style.slant * above;
				const to: Point = [x, base - above];
				drawPen(this.#page, pen ?? to, to, radius);
				pen = to;
			}
			const lean = (this.#style.slant * high) / 2;
			const half = (wide / 2) * size + radius;
			this.characters.push({ label: 0, left: middle + lean - half, right: middle + lean + half });
		}
		this.#left += pitch * (count - 1) + wide + this.#style.gap * digit;
		return true;
	}

	/** A stroke from the last character towards the next one. */
	#joinNext(linked: boolean): void {
		const random = this.#random;
		if (random() >= (linked ? 0.9 : this.#style.joins)) return;
		const { digit } = this.#layout;
		const { right } = this.characters[this.characters.length - 1];
		const base = this.#baseAt(right);
		const size = digit * this.#size;
		const from = base - size * (linked ? between(random, 0.5, 1) : between(random, 0, 1));
		const to = base - size * (linked ? between(random, 0.6, 1) : between(random, 0, 1));
		const reach = size * between(random, 0.08, 0.25);
		const sag = size * between(random, -0.12, 0.12);
		const start = right - reach;
		const end = Math.max(right + 1, this.#left + reach * 0.7);
		const radius = this.#style.radius * size * between(random, 0.6, 1);
		const middle = [(start + end) / 2, (from + to) / 2 + sag] as const;
		drawPen(this.#page, [start, from], middle, radius);
		drawPen(this.#page, middle, [end, to], radius);
	}

	#raise(): void {
		this.#size = between(this.#random, 0.5, 0.75);
		this.#raised = between(this.#random, 0.2, 0.5) * Number(this.#random() < 0.85);
		this.#left += between(this.#random, 0, 0.25) * this.#layout.digit;
	}

	/** One stroke or two below characters, as below cents. */
	#underline(characters: readonly WrittenCharacter[]): void {
		if (characters.length === 0) return;
		const { digit } = this.#layout;
		const [{ left }] = characters;
		const y = this.#baseAt(left) + between(this.#random, 0.08, 0.25) * digit;
		const radius = this.#style.radius * digit;
		for (let line = 0; line < (this.#random() < 0.3 ? 2 : 1); line++)
			drawPen(this.#page, [left, y + 3 * line], [this.#left, y + 3 * line + normal(this.#random)], radius);
	}

	/** A stroke that runs on from the last character, so that nothing can be added: straight, waved or turned back. */
	#flourish(): void {
		const random = this.#random;
		const { digit, width } = this.#layout;
		const last = this.characters.at(-1);
		const start = last && random() < 0.6 ? last.right - 0.1 * digit : this.#left;
		const long = Math.min(between(random, 0.3, 1.6) * digit, width - start);
		const y = this.#baseAt(start) - between(random, -0.1, 0.9) * digit;
		const swing = between(random, 0, 0.25) * digit;
		const rise = 0.25 * normal(random) * digit;
		const [turns, phase] = [between(random, 0.3, 1.5), 2 * Math.PI * random()];
		const at = (share: number): Point => [
			start + share * long,
			y - share * rise + swing * Math.sin(phase + 2 * Math.PI * turns * share),
		];
		const radius = this.#style.radius * digit * between(random, 0.6, 1);
		const steps = 10;
		for (let step = 0; step < steps; step++)
			drawPen(this.#page, at(step / steps), at((step + 1) / steps), radius);
		this.#left = start + long;
	}

	/** A point, comma, dash, double dash, slash or gap; false where it has no room. */
	#mark(sign: string): boolean {
		const random = this.#random;
		const { digit, width } = this.#layout;
		const radius = Math.max(0.5, this.#style.radius * digit * between(random, 0.8, 1.5));
		const x = this.#left + digit * between(random, 0, 0.1);
		const base = this.#baseAt(x);
		if (x + 0.3 * digit > width) return false;
		const stroke = (dx: number, y: number, tox: number, toy: number) =>
			drawPen(this.#page, [x + dx * digit, base + y * digit], [x + tox * digit, base + toy * digit], radius);
		if (sign === " ") this.#left += between(random, 0.15, 0.8) * digit;
		else if (sign === ".") {
			const y = between(random, -0.12, 0.05);
			stroke(0, y, 0.05 * normal(random), y + 0.03 * normal(random));
			this.#left = x + between(random, 0.02, 0.3) * digit;
		} else if (sign === ",") {
			const y = between(random, -0.15, 0.02);
			stroke(0.03, y, between(random, -0.12, 0.05), y + between(random, 0.1, 0.35));
			this.#left = x + between(random, 0, 0.25) * digit;
		} else if (sign === "/") {
			const lean = between(random, 0.45, 0.9);
			stroke(0, between(random, 0, 0.2), lean, -between(random, 0.9, 1.2));
			this.#left = x + (lean + between(random, 0, 0.2)) * digit;
		} else {
			const long = between(random, 0.2, 0.9);
			const y = -between(random, 0.25, 0.6);
			const tilt = 0.12 * normal(random);
			stroke(0, y, long, y - tilt);
			if (sign === "=") stroke(0.05 * normal(random), y + 0.22, long, y + 0.22 - tilt);
			this.#left = x + (long + between(random, 0.02, 0.2)) * digit;
		}
		return true;
	}
}
