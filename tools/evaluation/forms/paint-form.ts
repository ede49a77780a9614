import sharp from "sharp";
import type { Pixels } from "../../../lib/image/pixels.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { between, normal, type Random } from "../../random.ts";
import { decodePicture } from "../../recognition/decode.ts";
import type { BlankForm, FormRule } from "./blank-form.ts";
import type { FormLook } from "./form-look.ts";

/** What stands on a form: strokes of the pen, and printed ones, in heights of a cell. */
export interface Writing {
	readonly pen: readonly Stroke[];
	readonly print: readonly Stroke[];
}

/** No rule is thicker than this share of a cell, unless the form has it thicker. */
const THICKEST = 0.14;
/** Points that a rule is drawn through, and those that its sway is told at, for a cell of length. */
const POINTS = 6;
const SWAYS = 0.7;

/** The picture of a form with what is written on it. */
export async function paintForm(
	form: BlankForm,
	writing: Writing,
	look: FormLook,
	random: Random,
): Promise<Pixels> {
	const { cell, pen, rule, margin, paper, quality } = look;
	const [width, height] = [form.width + 2 * margin, form.height + 2 * margin].map((side) =>
		Math.round(side * cell),
	);
	const bend = bending(form, look);
	const path = (points: Stroke) =>
		`M${points.map(([x, y]) => bend(x, y).map((at) => ((at + margin) * cell).toFixed(2))).join("L")}`;
	const strokes = (some: readonly Stroke[]) => some.map((stroke) => `<path d="${path(stroke)}"/>`).join("");
	const pathOf = (one: FormRule) => {
		const most = one.weight > 1 ? Math.max(THICKEST, 0.04 * one.weight) : THICKEST;
		const thickness = Math.max(1, Math.min(rule * one.weight, most) * cell);
		return `<path d="${path(course(one, look, random))}" stroke-width="${thickness}" ${dashes(one, thickness, look, random)}/>`;
	};
	const colour = (levels: readonly number[]) => `rgb(${levels.map(Math.round).join(",")})`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<rect width="100%" height="100%" fill="${colour([paper, paper, paper])}"/>
		<g fill="none" stroke="${colour(look.ruleColour)}" stroke-linecap="square">${form.rules.map(pathOf).join("")}</g>
		<g fill="none" stroke-linecap="round" stroke-linejoin="round">
			<g stroke="rgb(40,40,40)" stroke-width="${0.07 * cell}">${strokes(writing.print)}</g>
			<g stroke="${colour(look.penColour)}" stroke-width="${pen * cell}">${strokes(writing.pen)}</g>
		</g></svg>`;
	const drawn = sharp(Buffer.from(svg));
	if (quality === 0) return decodePicture(await drawn.png().toBuffer());
	const soft = look.blur >= 0.3 ? drawn.blur(look.blur) : drawn;
	const { data, info } = await soft.removeAlpha().raw().toBuffer({ resolveWithObject: true });
	data.forEach((value, i) => {
		const pixel = Math.floor(i / 3);
		const [u, v] = [(pixel % info.width) / info.width, Math.floor(pixel / info.width) / info.height];
		const light = 1 - Math.abs(look.shade[0]) * (look.shade[0] > 0 ? u : 1 - u);
		const down = 1 - Math.abs(look.shade[1]) * (look.shade[1] > 0 ? v : 1 - v);
		data[i] = Math.max(0, Math.min(255, value * light * down + look.noise * normal(random)));
	});
	return decodePicture(
		await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
			.jpeg({ quality })
			.toBuffer(),
	);
}

/** The points of a rule; drawn by a hand, it sways and ends a little off. */
function course({ from, to }: FormRule, { sway }: FormLook, random: Random): Stroke {
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	const along = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const off = () => (sway > 0 ? 2 * sway * normal(random) : 0);
	const sways = Array.from({ length: Math.ceil(SWAYS * length) + 2 }, () => sway * normal(random));
	const [start, end] = [off(), length + off()];
	const count = Math.max(2, Math.ceil(POINTS * length));
	return Array.from({ length: count + 1 }, (_, i) => {
		const at = start + ((end - start) * i) / count;
		const place = Math.max(0, Math.min(sways.length - 1.001, (at * (sways.length - 1)) / length));
		const k = Math.floor(place);
		const beside = sways[k] + (sways[k + 1] - sways[k]) * smooth(place - k);
		return [from[0] + along[0] * at - along[1] * beside, from[1] + along[1] * at + along[0] * beside];
	});
}

const smooth = (t: number) => t * t * (3 - 2 * t);

/** Dots, or the gaps of a pen that skips. */
function dashes({ isDotted }: FormRule, thickness: number, { skipped, cell }: FormLook, random: Random) {
	if (isDotted) return `stroke-dasharray="${thickness * 1.5} ${thickness * 1.5}" stroke-linecap="butt"`;
	if (skipped === 0) return "";
	const lengths = Array.from({ length: 6 }, () => {
		const drawn = between(random, 0.3, 2.5);
		return [drawn * cell, drawn * skipped * between(random, 0.3, 1.7) * cell + thickness];
	});
	return `stroke-dasharray="${lengths
		.flat()
		.map((length) => length.toFixed(1))
		.join(" ")}"`;
}

/** Where a place of the form is in the picture: turned, in perspective, its lines bent. */
function bending({ width, height }: BlankForm, { turn, nearness, bend }: FormLook) {
	const angle = (turn * Math.PI) / 180;
	const curve = bend * Math.min(width, 6);
	const side = Math.max(width, height);
	return (x: number, y: number) => {
		const [u, v] = [x / width - 0.5, y / height - 0.5];
		const depth = 1 + (nearness[0] * u * width + nearness[1] * v * height) / side;
		const dx = (u / depth) * width;
		const dy = (v / depth) * height + curve * (1 - 4 * u * u);
		return [
			width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
			height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
		] as const;
	};
}
