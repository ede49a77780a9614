import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import type { Sign } from "../../lib/models/signs.ts";
import type { PenDigit } from "../data/pen-digits.ts";
import type { StrokeCharacter } from "../data/stroke-fonts.ts";
import { between, pick, type Random } from "../random.ts";
import { writtenSign } from "../training/written-signs.ts";
import { type Mark, marked } from "./marks-around.ts";

/** Strokes of a character in heights of a digit, left edge at 0, the middle of the line at 0. */
interface Placed {
	readonly strokes: readonly Stroke[];
	/** Room before it, in the same unit. */
	readonly gap: number;
}

export interface Drawing {
	readonly characters: readonly Placed[];
	/** The digits, and as people see it. */
	readonly text: string;
	readonly display: string;
}

/** How high each sign is drawn, as a share of a digit, as its form in written-signs.ts has it about 1. */
export const SIGN_SIZES: readonly (readonly [Sign, number])[] = [
	["+", 0.55],
	["-", 0.5],
	["×", 0.5],
	["÷", 0.55],
	["=", 0.5],
	[":", 0.5],
	["/", 1.15],
	["%", 0.9],
];

const WORDS = ["Total", "Room", "Page", "Name", "Experiment A", "Class", "Date"];

export function number(
	digits: readonly PenDigit[],
	random: Random,
	count = 1 + Math.floor(5 * random()),
): Drawing {
	const gap = between(random, 0.12, 0.3);
	const drawn = Array.from({ length: count }, () => pick(random, digits));
	const text = drawn.map(({ label }) => label).join("");
	return {
		characters: drawn.map(({ strokes }) => ({ strokes: atLeft(strokes, 1), gap })),
		text,
		display: text,
	};
}

export function expression(digits: readonly PenDigit[], sign: Sign, size: number, random: Random): Drawing {
	const [a, b] = [number(digits, random, 2), number(digits, random, 2)];
	const { strokes } = writtenSign([sign], random);
	const gap = between(random, 0.25, 0.6);
	const mark = { strokes: atLeft(strokes, size), gap };
	if (sign === "%") return { ...a, characters: [...a.characters, mark], display: `${a.text}%` };
	const [first, ...rest] = b.characters;
	return {
		characters: [...a.characters, mark, { ...first, gap }, ...rest],
		text: a.text + b.text,
		display: a.text + sign + b.text,
	};
}

/** Two to four numbers with + - × between them, and = at the end of some. */
export function longExpression(digits: readonly PenDigit[], random: Random): Drawing {
	const gap = between(random, 0.25, 0.6);
	let drawing = number(digits, random, 1 + Math.floor(3 * random()));
	const terms = 2 + Math.floor(3 * random());
	for (let term = 1; term < terms; term++) {
		const sign = term === terms - 1 && random() < 0.4 ? "=" : pick(random, ["+", "-", "×"] as const);
		const { strokes } = writtenSign([sign], random);
		const size = SIGN_SIZES.find(([one]) => one === sign)![1];
		const next = number(digits, random, 1 + Math.floor(3 * random()));
		const [first, ...rest] = next.characters;
		drawing = {
			characters: [
				...drawing.characters,
				{ strokes: atLeft(strokes, size), gap },
				{ ...first, gap },
				...rest,
			],
			text: drawing.text + next.text,
			display: drawing.display + sign + next.display,
		};
	}
	return drawing;
}

export function markedNumber(digits: readonly PenDigit[], mark: Mark, random: Random): Drawing {
	const { characters, text } = number(digits, random, 1 + Math.floor(3 * random()));
	let right = 0;
	const strokes = characters.flatMap(({ strokes, gap }, i) => {
		const left = i === 0 ? 0 : right + gap;
		right = left + inkBounds(strokes).width;
		return strokes.map((stroke) => stroke.map(([x, y]) => [x + left, y] as const));
	});
	return { characters: [{ strokes: marked(strokes, mark, random), gap: 0 }], text, display: text };
}

const UNITS = ["cm", "kg", "km", "pcs", "Rs", "ml"];

export function beforeUnit(
	digits: readonly PenDigit[],
	font: readonly StrokeCharacter[],
	random: Random,
): Drawing {
	const { characters, text } = number(digits, random, 1 + Math.floor(3 * random()));
	const unit = wordOf(pick(random, UNITS), font, between(random, 0.6, 1));
	const [first, ...rest] = unit;
	const gap = between(random, 0.3, 0.7);
	return { characters: [...characters, { ...first, gap }, ...rest], text, display: text };
}

/** A word in letters whose capitals are so high, in heights of a digit. */
function wordOf(word: string, font: readonly StrokeCharacter[], height: number): Placed[] {
	const strokesOf = (character: string) => font.find((one) => one.character === character)?.strokes ?? [];
	const capital = inkBounds(strokesOf("H"));
	const size = height / capital.height;
	return [...word].map((character, i): Placed => {
		const strokes = strokesOf(character);
		const left = inkBounds(strokes).x;
		const middle = capital.y + capital.height / 2;
		const placed = strokes.map((stroke) =>
			stroke.map(([x, y]) => [(x - left) * size, (y - middle) * size] as const),
		);
		return { strokes: placed, gap: i === 0 ? 0 : character === " " ? 0.4 : 0.12 };
	});
}

/** @param gap between the word and the number, in heights; wide where it is not said */
export function labelled(
	digits: readonly PenDigit[],
	font: readonly StrokeCharacter[],
	random: Random,
	gap?: number,
): Drawing {
	const word = wordOf(pick(random, WORDS), font, between(random, 0.5, 1.1));
	const { characters, text } = number(digits, random, 2 + Math.floor(3 * random()));
	const [first, ...rest] = characters;
	return {
		characters: [...word, { ...first, gap: gap ?? between(random, 1.3, 3) }, ...rest],
		text,
		display: text,
	};
}

/** Strokes with their left edge and their middle at 0, their larger side `size`. */
function atLeft(strokes: readonly Stroke[], size: number): Stroke[] {
	const { x, y, width, height } = inkBounds(strokes);
	const scale = size / Math.max(width, height);
	return strokes.map((stroke) =>
		stroke.map(([px, py]) => [(px - x) * scale, (py - y - height / 2) * scale] as const),
	);
}
