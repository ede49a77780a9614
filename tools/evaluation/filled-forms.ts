import sharp from "sharp";
import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import { loadPendigits, type PenDigit } from "../data/pen-digits.ts";
import { between, createRandom, normal, pick, type Random } from "../random.ts";
import { decodePicture } from "../recognition/decode.ts";
import { type BlankForm, FORM_KINDS, type FormRule } from "./blank-forms.ts";
import type { PictureSample } from "./picture-sets.ts";

/** A form with something written in its cells, strokes in heights of a cell. */
interface FilledForm extends BlankForm {
	readonly strokes: readonly Stroke[];
	readonly text: string;
}

/** No rule is thicker than this share of a cell. */
const THICKEST = 0.14;

/** Forms of a kind and part. */
const COUNT = 40;

/**
 * Frames, combs, grids and tables filled in by pendigits writers who train nothing, others for tuning than for the
 * check: with lines of every thickness and darkness, turned, in perspective and curved a little, noisy, digits that
 * touch the lines among them. As `[kind, pictures]`.
 */
export async function filledForms(): Promise<(readonly [kind: string, pictures: PictureSample[]])[]> {
	const { heldOut } = await loadPendigits();
	const writers = [...new Set(heldOut.map(({ writer }) => writer))].sort((a, b) => Number(a) - Number(b));
	return FORM_KINDS.map(({ name, blank, cell, fillsPicture = false }, kind) => [
		name,
		(["tuning", "check"] as const).flatMap((part, side) => {
			const digits = heldOut.filter(({ writer }) => writers.indexOf(writer) % 2 === side);
			return Array.from({ length: COUNT }, (_, i): PictureSample => {
				const random = createRandom(31, side, kind, i);
				const look = lookOf(random, between(random, ...cell), fillsPicture);
				const form = fill(blank(random), digits, look.isTouching, random);
				return {
					name: `${name} ${i} (${nameOf(look)})`,
					part,
					truth: { text: form.text, orderStrict: true },
					load: () => paint(form, look, random),
				};
			});
		}),
	]);
}

function fill(form: BlankForm, digits: readonly PenDigit[], isTouching: boolean, random: Random): FilledForm {
	const strokes: Stroke[] = [];
	const lines = form.rows.map((row) =>
		row
			.map(([left, top, width]) => {
				if (random() >= form.filled) return "";
				const [least, most] = form.digits;
				const count = least + Math.floor((most - least + 1) * random());
				const height = isTouching ? between(random, 0.75, 0.95) : between(random, 0.5, 0.7);
				const room = (width - 0.2) / count;
				const written = Array.from({ length: count }, (_, i) => {
					const digit = pick(random, digits);
					const spread = isTouching ? 0.06 : 0.02;
					const x = left + 0.1 + (i + 0.5) * room + between(random, -spread, spread);
					const y = top + 0.5 + between(random, -spread, spread);
					strokes.push(...centred(digit.strokes, height, isTouching ? 1.1 * room : 0.7 * room, x, y));
					return digit.label;
				});
				return written.join("");
			})
			.join(""),
	);
	return { ...form, strokes, text: lines.filter((line) => line !== "").join("\n") };
}

/** Strokes as high as `height`, but no wider than `most`, about a middle. */
function centred(strokes: readonly Stroke[], height: number, most: number, x: number, y: number): Stroke[] {
	const box = inkBounds(strokes);
	const scale = Math.min(height / Math.max(box.height, box.width / 2), most / box.width);
	return strokes.map((stroke) =>
		stroke.map(
			([px, py]) =>
				[x + (px - box.x - box.width / 2) * scale, y + (py - box.y - box.height / 2) * scale] as const,
		),
	);
}

interface Look {
	/** Pixels of a cell's height. */
	readonly cell: number;
	/** Thickness of pen and thin rules, as a share of a cell, and how dark they are. */
	readonly pen: number;
	readonly rule: number;
	readonly penGray: number;
	readonly ruleGray: number;
	readonly isTouching: boolean;
	readonly isTurned: boolean;
	readonly isNoisy: boolean;
	/** Room beside the form, in cells; negative where it goes on beyond the picture. */
	readonly margin: number;
}

function lookOf(random: Random, cell: number, fillsPicture: boolean): Look {
	const penGray = between(random, 20, 90);
	return {
		cell,
		pen: between(random, 0.04, 0.11),
		rule: pick(random, [0.015, 0.03, 0.06, 0.1]),
		penGray,
		ruleGray: pick(random, [Math.max(0, penGray - 50), penGray, 130, 180]),
		isTouching: random() < 0.35,
		isTurned: random() < 0.5,
		isNoisy: random() < 0.5,
		margin: fillsPicture ? -0.4 : between(random, 0.3, 1.2),
	};
}

const nameOf = ({ cell, pen, rule, penGray, ruleGray, isTouching, isTurned, isNoisy }: Look) =>
	[
		`${Math.round(cell)} px`,
		`pen ${pen.toFixed(2)} of ${Math.round(penGray)}`,
		`lines ${rule} of ${Math.round(ruleGray)}`,
		...(isTouching ? ["touching"] : []),
		...(isTurned ? ["turned"] : []),
		...(isNoisy ? ["noisy"] : []),
	].join(", ");

async function paint(form: FilledForm, look: Look, random: Random) {
	const { cell, pen, rule, margin, isTurned, isNoisy } = look;
	const [width, height] = [form.width + 2 * margin, form.height + 2 * margin].map((side) =>
		Math.round(side * cell),
	);
	const bend = isTurned ? bending(form, random) : (x: number, y: number) => [x, y] as const;
	const path = (points: Stroke) =>
		`M${points.map(([x, y]) => bend(x, y).map((at) => ((at + margin) * cell).toFixed(2))).join("L")}`;
	const pathOf = ({ from, to, weight, isDotted }: FormRule) => {
		const points = Array.from({ length: 13 }, (_, i) => i / 12).map(
			(t) => [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])] as const,
		);
		const thickness = Math.max(1, Math.min(rule * weight, THICKEST) * cell);
		const dots = isDotted ? `stroke-dasharray="${thickness * 1.5} ${thickness * 1.5}"` : "";
		return `<path d="${path(points)}" stroke-width="${thickness}" ${dots}/>`;
	};
	const gray = (level: number) => `rgb(${level},${level},${level})`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<rect width="100%" height="100%" fill="${gray(isNoisy ? 225 : 252)}"/>
		<g fill="none" stroke="${gray(look.ruleGray)}" stroke-linecap="square">${form.rules.map(pathOf).join("")}</g>
		<g fill="none" stroke="${gray(look.penGray)}" stroke-width="${pen * cell}" stroke-linecap="round"
			stroke-linejoin="round">${form.strokes.map((stroke) => `<path d="${path(stroke)}"/>`).join("")}</g></svg>`;
	const drawn = sharp(Buffer.from(svg));
	if (!isNoisy) return decodePicture(await drawn.png().toBuffer());
	const { data, info } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true });
	const shade = between(random, 0, 0.3);
	data.forEach((value, i) => {
		const x = Math.floor(i / 3) % info.width;
		data[i] = Math.max(0, Math.min(255, value * (1 - (shade * x) / info.width) + 4 * normal(random)));
	});
	return decodePicture(
		await sharp(data, { raw: { ...info, channels: 3 } })
			.jpeg({ quality: Math.round(between(random, 40, 85)) })
			.toBuffer(),
	);
}

/** Turned by up to 2 degrees, in mild perspective, lines curved by up to 1.5 % of the width. */
function bending({ width, height }: BlankForm, random: Random) {
	const angle = (between(random, -2, 2) * Math.PI) / 180;
	const [nearX, nearY] = [between(random, -0.06, 0.06), between(random, -0.06, 0.06)];
	const curve = between(random, -0.015, 0.015) * Math.min(width, 6);
	const side = Math.max(width, height);
	return (x: number, y: number) => {
		const [u, v] = [x / width - 0.5, y / height - 0.5];
		const depth = 1 + (nearX * u * width + nearY * v * height) / side;
		const dx = (u / depth) * width;
		const dy = (v / depth) * height + curve * (1 - 4 * u * u);
		return [
			width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
			height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
		] as const;
	};
}
