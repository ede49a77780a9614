import { inkBounds, type Stroke } from "../../../lib/ink/stroke.ts";
import { loadPendigits, type PenDigit } from "../../data/pen-digits.ts";
import { loadStrokeFonts, type StrokeCharacter } from "../../data/stroke-fonts.ts";
import { between, createRandom, pick, type Random } from "../../random.ts";
import type { PictureSample } from "../picture-sets.ts";
import type { BlankForm, FormCell } from "./blank-form.ts";
import { FORM_KINDS } from "./form-kinds.ts";
import { type FormLook, LOOKS } from "./form-look.ts";
import { paintForm } from "./paint-form.ts";

/** What digits and words are written with. */
interface Hands {
	readonly digits: readonly PenDigit[];
	readonly print: ReadonlyMap<string, StrokeCharacter>;
}

/** Forms of a kind and part. */
const COUNT = 40;

/**
 * Frames, combs, grids, tables, squared and lined pages filled in by pendigits writers who train nothing, others for
 * tuning than for the check: with lines of every thickness and darkness, printed and drawn by hand, scanned and in
 * photos, digits that touch the lines among them. As `[kind, pictures]`.
 */
export async function filledForms(): Promise<(readonly [kind: string, pictures: PictureSample[]])[]> {
	const { heldOut } = await loadPendigits();
	const writers = [...new Set(heldOut.map(({ writer }) => writer))].sort((a, b) => Number(a) - Number(b));
	const font = (await loadStrokeFonts()).filter(({ font }) => font === "EMSReadability");
	const print = new Map(font.map((one) => [one.character, one]));
	return FORM_KINDS.map(({ name, blank, cell, margin = [0.3, 1.2] }, kind) => [
		name,
		(["tuning", "check"] as const).flatMap((part, side) => {
			const digits = heldOut.filter(({ writer }) => writers.indexOf(writer) % 2 === side);
			return Array.from({ length: COUNT }, (_, i): PictureSample => {
				const random = createRandom(37, side, kind, i);
				const [lookName, lookOf] = LOOKS[i % LOOKS.length];
				const look = lookOf(random, between(random, ...cell), between(random, ...margin));
				const form = blank(random);
				const { pen, printed, cells } = fill(form, { digits, print }, look, random);
				return {
					name: `${name} ${i} (${lookName}, ${nameOf(look)})`,
					part,
					truth: { text: textOf(cells), orderStrict: true },
					...(form.isTable && { table: cells }),
					load: () => paintForm(form, { pen, print: printed }, look, random),
				};
			});
		}),
	]);
}

const textOf = (cells: readonly (readonly string[])[]) =>
	cells
		.map((row) => row.join(""))
		.filter((row) => row !== "")
		.join("\n");

/** What is written on a form, and the digits of its cells. */
function fill(form: BlankForm, { digits, print }: Hands, look: FormLook, random: Random) {
	const pen: Stroke[] = [];
	const printed: Stroke[] = (form.words ?? []).flatMap((word) =>
		wordStrokes(print, word.text, word.left, word.middle, word.height),
	);
	const writeIn = ([left, top, width]: FormCell): string => {
		const isFilled = random() < form.filled;
		if (!isFilled) {
			if (random() < (form.notes ?? 0)) pen.push(...note(digits, left, top, random));
			return "";
		}
		const [least, most] = form.digits;
		const count = least + Math.floor((most - least + 1) * random());
		const room = (width - 0.2) / count;
		const written = Array.from({ length: count }, (_, i) => {
			const digit = pick(random, digits);
			const isPrinted = random() < (form.printed ?? 0);
			const size = form.free
				? between(random, ...form.free.height)
				: look.isTouching && !isPrinted
					? between(random, 0.75, 0.95)
					: between(random, 0.5, 0.7);
			const spread = look.isTouching && !form.free ? 0.06 : 0.02;
			const pitch = form.free ? size * between(random, ...form.free.pitch) : room;
			const start = form.free ? (width > 0 ? left + width / 2 - (count * pitch) / 2 : left) : left + 0.1;
			const x = start + (i + 0.5) * pitch + between(random, -spread, spread);
			const y = top + 0.5 + between(random, -spread, spread);
			const widest = form.free ? 0.9 * pitch : look.isTouching ? 1.1 * room : 0.7 * room;
			if (isPrinted) printed.push(...centred(print.get(String(digit.label))!.strokes, size, widest, x, y));
			else pen.push(...centred(digit.strokes, size, widest, x, y));
			return digit.label;
		});
		return written.join("");
	};
	return {
		pen,
		printed,
		cells: tableWith(
			form,
			form.rows.map((row) => row.map(writeIn)),
		),
	};
}

/** The cells that a table shows: those that hold words are empty. */
function tableWith({ rows, isTable }: BlankForm, cells: readonly string[][]): string[][] {
	if (!isTable) return [...cells];
	const columns = Math.max(...rows.map((row) => row.length));
	return cells.map((row) => [...Array.from({ length: columns - row.length }, () => ""), ...row]);
}

/** A small digit in a corner of a cell. */
function note(digits: readonly PenDigit[], left: number, top: number, random: Random): Stroke[] {
	const [x, y] = [pick(random, [0.2, 0.8]), pick(random, [0.2, 0.8])];
	return centred(pick(random, digits).strokes, between(random, 0.14, 0.2), 0.2, left + x, top + y);
}

function wordStrokes(
	print: ReadonlyMap<string, StrokeCharacter>,
	text: string,
	left: number,
	middle: number,
	height: number,
): Stroke[] {
	const capital = inkBounds(print.get("H")!.strokes);
	const size = height / capital.height;
	let x = left;
	return [...text].flatMap((character) => {
		const strokes = print.get(character)?.strokes ?? [];
		if (strokes.length === 0) {
			x += 0.4 * height;
			return [];
		}
		const box = inkBounds(strokes);
		const placed = strokes.map((stroke) =>
			stroke.map(
				([px, py]) =>
					[x + (px - box.x) * size, middle + (py - capital.y - capital.height / 2) * size] as const,
			),
		);
		x += box.width * size + 0.2 * height;
		return placed;
	});
}

/** Strokes as high as `height`, but no wider than `most`, about a middle. */
function centred(strokes: readonly Stroke[], height: number, most: number, x: number, y: number): Stroke[] {
	const box = inkBounds(strokes);
	const scale = Math.min(height / Math.max(box.height, box.width / 2), most / Math.max(1e-6, box.width));
	return strokes.map((stroke) =>
		stroke.map(
			([px, py]) =>
				[x + (px - box.x - box.width / 2) * scale, y + (py - box.y - box.height / 2) * scale] as const,
		),
	);
}

const nameOf = ({ cell, pen, rule, penColour, ruleColour, isTouching }: FormLook) =>
	[
		`${Math.round(cell)} px`,
		`pen ${pen.toFixed(2)} of ${Math.round(penColour[1])}`,
		`lines ${rule.toFixed(3)} of ${Math.round(ruleColour[1])}`,
		...(isTouching ? ["touching"] : []),
	].join(", ");
