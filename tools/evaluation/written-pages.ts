import type { Plane } from "../../lib/image/pixels.ts";
import { type DigitSet, pictureOf } from "../data/digit-set.ts";
import { between, type Random } from "../random.ts";

/** Numbers in rows and columns, and where they stand. */
export interface WrittenPage {
	/** 0 = paper, 255 = full ink. */
	readonly ink: Plane;
	/** The digits, a line break between rows. */
	readonly text: string;
	/** Height of a digit, and what a row and a column take, in pixels. */
	readonly height: number;
	readonly rowHeight: number;
	readonly columnWidth: number;
}

/** How a page is written. */
export interface Layout {
	/** Height of a digit in pixels. */
	readonly height: number;
	/** Degrees by which the lines climb, digits and all. */
	readonly climb?: number;
}

/** Room for a row and a column, in heights of a digit: up to four digits are a number. */
const ROW = 1.9;
const COLUMN = 5;
const MOST_DIGITS = 4;

/** Writes one to three rows of one or two numbers, digits apart from each other. */
export function writePage(digits: DigitSet, random: Random, { height, climb = 0 }: Layout): WrittenPage {
	const rows = 1 + Math.floor(random() * 3);
	const columns = 1 + Math.floor(random() * 2);
	const [rowHeight, columnWidth] = [ROW * height, COLUMN * height];
	const angle = (climb * Math.PI) / 180;
	const turn = { cos: Math.cos(angle), sin: Math.sin(angle) };
	const [w, h] = [columns * columnWidth, rows * rowHeight];
	const width = Math.ceil(w * turn.cos + h * Math.abs(turn.sin) + height);
	const tall = Math.ceil(h * turn.cos + w * Math.abs(turn.sin) + height);
	const ink: Plane = { width, height: tall, data: new Uint8Array(width * tall) };
	const lines: string[] = [];
	for (let row = 0; row < rows; row++) {
		let line = "";
		for (let column = 0; column < columns; column++) {
			const scale = height / 20;
			let left = column * columnWidth + 0.3 * height;
			for (let count = 2 + Math.floor(random() * (MOST_DIGITS - 1)); count > 0; count--) {
				const index = Math.floor(random() * digits.labels.length);
				const top = row * rowHeight + (0.45 + between(random, -0.05, 0.05)) * height;
				left += place(ink, digits, index, { left: left - w / 2, top: top - h / 2, scale, ...turn });
				left += between(random, 0.12, 0.3) * height;
				line += digits.labels[index];
			}
		}
		lines.push(line);
	}
	return { ink, text: lines.join("\n"), height, rowHeight, columnWidth };
}

/** Where a digit's ink begins, from the middle of the page before it is turned, and how large it is. */
interface Place {
	readonly left: number;
	readonly top: number;
	/** Pixels of the page per pixel of the digit. */
	readonly scale: number;
	readonly cos: number;
	readonly sin: number;
}

/** Draws a digit and returns the width of its ink. */
function place(ink: Plane, digits: DigitSet, index: number, { left, top, scale, cos, sin }: Place): number {
	const picture = pictureOf(digits, index);
	const box = boxOf(picture, digits.width);
	const [w, h] = [box.width * scale, box.height * scale];
	const [middleX, middleY] = [ink.width / 2, ink.height / 2];
	const corners = [left, left + w].flatMap((u) => [top, top + h].map((v) => [u, v] as const));
	const xs = corners.map(([u, v]) => middleX + u * cos + v * sin);
	const ys = corners.map(([u, v]) => middleY + v * cos - u * sin);
	for (let y = Math.floor(Math.min(...ys)) - 1; y <= Math.max(...ys) + 1; y++) {
		for (let x = Math.floor(Math.min(...xs)) - 1; x <= Math.max(...xs) + 1; x++) {
			if (x < 0 || y < 0 || x >= ink.width || y >= ink.height) continue;
			const [dx, dy] = [x + 0.5 - middleX, y + 0.5 - middleY];
			const u = (dx * cos - dy * sin - left) / scale + box.x;
			const v = (dx * sin + dy * cos - top) / scale + box.y;
			const i = y * ink.width + x;
			ink.data[i] = Math.max(ink.data[i], sampleAt(picture, digits, u, v));
		}
	}
	return w;
}

function boxOf(picture: Uint8Array, width: number) {
	let [left, right, top, bottom] = [width, 0, picture.length / width, 0];
	picture.forEach((ink, i) => {
		if (ink < 64) return;
		left = Math.min(left, i % width);
		right = Math.max(right, (i % width) + 1);
		top = Math.min(top, Math.floor(i / width));
		bottom = Math.max(bottom, Math.floor(i / width) + 1);
	});
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Linear interpolation between pixel centres; paper outside. */
function sampleAt(picture: Uint8Array, { width, height }: DigitSet, x: number, y: number): number {
	const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
	const [u, v] = [x - 0.5 - left, y - 0.5 - top];
	const at = (column: number, row: number) =>
		column < 0 || row < 0 || column >= width || row >= height ? 0 : picture[row * width + column];
	const above = at(left, top) * (1 - u) + at(left + 1, top) * u;
	const below = at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u;
	return above * (1 - v) + below * v;
}
