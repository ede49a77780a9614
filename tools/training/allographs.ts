import type { Point } from "../../lib/geometry.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import { normal, pick, type Random } from "../random.ts";
import { smooth } from "./augmentation/spline.ts";
import type { LabelledStrokes } from "./sources/ingredients.ts";

/**
 * The ways in which schools of the world write each digit, as control points in a box about 1 high, y down:
 * the barred 7, the open 4, the 1 with a long upstroke, the 9 like a rho and their like, which MNIST's
 * American writers seldom use. A space parts points, a bar the smooth parts of a stroke (there the pen turns
 * sharply; the point before the bar is where), a plus strokes.
 */
export const SCHOOL_FORMS: readonly (readonly string[])[] = [
	[
		".3,0 .08,.2 0,.5 .1,.85 .3,1 .52,.85 .6,.5 .52,.15 .3,0",
		".4,.05 .12,.15 0,.5 .1,.88 .3,1 .52,.85 .6,.5 .5,.12 .3,.03 .22,.12 .4,.2 .7,.08",
		".45,.12 .25,0 .05,.25 0,.6 .15,.95 .4,1 .6,.7 .58,.3 .4,.02 .2,.08",
		".35,0 .1,.1 0,.5 .15,.95 .4,1 .6,.6 .55,.2 .4,.05",
		".1,.1 0,.4 .08,.85 .3,1 .52,.85 .6,.45 .5,.12 .25,.02 .05,.2",
		".3,0 .05,.25 .02,.6 .2,.98 .45,.9 .6,.5 .5,.1 .3,0 .25,.1 .4,.15 .85,.12",
	],
	[
		"0,0 .02,.5 0,1",
		"0,.25 .25,0 | .25,.5 .25,1",
		"0,.5 .18,.25 .35,0 | .33,.5 .32,1",
		"0,.95 .2,.5 .42,0 | .42,.5 .44,1",
		"0,.7 .25,.35 .45,0 | .42,.5 .4,1",
		"0,.25 .25,0 | .25,1 + 0,1 .25,.98 .5,1",
		"0,.3 .3,0 | .28,.95 | .05,1 .55,.97",
		"0,.6 .3,0 | .32,.98 + .05,1 .6,1",
		".3,0 .15,.5 0,1",
		"0,.38 .12,.3 .3,0 | .25,.5 .22,1",
	],
	[
		"0,.2 .15,.02 .4,0 .55,.2 .45,.5 .2,.8 0,1 | .3,.98 .65,1",
		"0,.25 .2,0 .5,.05 .55,.3 .35,.65 .1,.95 .0,.85 .15,.78 .35,.95 .65,.98",
		".05,.1 .3,0 .55,.1 .5,.4 .2,.75 0,.98 | .2,.9 .45,1 .7,.9",
		"0,.05 .3,0 .55,.05 | .3,.5 0,1 | .3,.97 .6,1",
		"0,.15 .25,0 .5,.1 .45,.4 .25,.65 .05,.9 .1,1 .25,.88 .2,.75 .1,.85 .3,.97 .75,.85",
		".1,.3 .05,.1 .3,0 .5,.15 .4,.5 0,1 | .6,.95",
	],
	[
		".02,.12 .25,0 .5,.1 .5,.33 .2,.48 | .5,.58 .6,.8 .35,1 0,.92",
		"0,0 .5,0 | .2,.38 | .5,.48 .58,.75 .35,1 0,.9",
		".02,.1 .3,0 .5,.15 .4,.4 .18,.48 .1,.42 .22,.42 .5,.55 .55,.85 .25,1 0,.9",
		"0,.05 .3,0 .5,.12 .3,.4 .5,.5 .6,.75 .4,.98 .1,1 0,.88",
		".05,.2 .2,0 .5,.08 .45,.38 .25,.47 .5,.6 .5,.85 .2,1 0,.82",
		"0,0 .6,.03 | .25,.45 .55,.55 .55,.85 .3,1 .05,.92",
	],
	[
		".1,0 0,.6 | .6,.58 + .45,.25 .42,1",
		".35,0 .15,.35 0,.65 | .65,.62 + .45,.3 .43,1",
		".05,0 .0,.35 .1,.55 .35,.52 .55,.35 | .58,0 .55,.5 .5,1",
		".5,1 .5,.5 .52,0 | .25,.35 0,.68 | .4,.65 .75,.65",
		".05,.05 0,.4 .15,.52 .5,.45 + .55,0 .5,.5 .42,1",
		".3,0 0,.5 | .3,.5 .65,.48 + .5,.3 .4,1",
		".0,0 .02,.45 | .5,.45 + .5,0 .5,1",
		".4,0 .2,.4 0,.7 .25,.68 .7,.55 + .4,.4 .4,1",
		".15,0 .02,.45 .1,.6 .35,.55 .6,.2 .55,.0 .5,.5 .5,1",
	],
	[
		".12,.05 .08,.42 | .3,.35 .55,.5 .55,.82 .3,1 0,.92 + .1,.03 .6,0",
		".55,0 .1,.03 | .05,.42 | .35,.38 .55,.6 .45,.92 .2,1 0,.9",
		".6,.05 .35,0 .1,.15 .12,.38 .4,.52 .5,.75 .3,.98 0,.95",
		".15,.1 .1,.4 | .4,.42 .55,.65 .4,.95 0,1 + .2,.02 .7,-.05",
		".1,.12 .06,.5 | .35,.45 .5,.7 .3,1 0,.95 + .25,.1 .65,.08",
		".65,0 .3,.02 .15,.2 .15,.42 .4,.45 .55,.7 .35,1 .05,.95 0,.85",
		".5,.03 .15,0 .08,.4 .3,.38 .55,.55 .5,.88 .25,1 .02,.9",
	],
	[
		".45,0 .15,.25 0,.65 .12,.95 .4,.97 .5,.75 .35,.58 .1,.65 0,.8",
		".55,.05 .3,0 .05,.4 .02,.75 .2,1 .48,.92 .5,.65 .25,.55 .05,.7",
		".25,0 .08,.35 0,.75 .2,1 .45,.85 .35,.62 .05,.75",
		".1,0 .02,.4 0,.8 .2,1 .5,.9 .45,.6 .2,.55 .02,.7",
		".5,.15 .4,.02 .2,.1 .0,.5 .08,.92 .4,1 .55,.75 .35,.55 .08,.62",
		".35,0 .05,.5 .05,.9 .3,1 .45,.8 .3,.65 .05,.8 .2,.85",
	],
	[
		"0,.03 .6,0 | .35,.45 .2,1",
		"0,.05 .55,.0 | .3,.5 .2,1 + .1,.5 .6,.45",
		"0,.2 0,.05 | .55,0 | .35,.5 .25,1 + .08,.5 .58,.48",
		"0,.15 .1,.0 .3,.08 .6,0 | .4,.4 .3,1",
		"0,.15 .12,.02 .35,.1 .62,.0 | .35,.5 .22,1 + .1,.52 .6,.42",
		"0,.0 .5,0 .55,.1 .4,.5 .35,1",
		"0,.0 .5,0 .52,.15 .35,.55 .3,1 + .08,.58 .62,.5",
		"0,.2 .02,.02 | .6,.0 | .15,1",
	],
	[
		".5,.12 .25,0 .05,.2 .2,.42 .45,.6 .5,.85 .25,1 .03,.82 .15,.58 .4,.4 .5,.12",
		".3,.48 .08,.35 .1,.08 .3,0 .5,.12 .48,.35 .3,.48 .08,.62 .05,.88 .28,1 .52,.88 .5,.62 .3,.48",
		".55,.1 .3,0 .1,.15 .2,.4 .45,.6 .45,.9 .2,1 .05,.85 .2,.6 .5,.35 .6,.05",
		".25,.45 .05,.25 .2,0 .42,.15 .3,.42 .05,.7 .15,.98 .4,.95 .48,.7 .28,.48",
		".1,.1 .35,.5 .5,.8 .3,1 .08,.8 .3,.45 .5,.15 .3,0 .1,.1",
		".45,.05 .15,.05 .1,.3 .4,.55 .5,.8 .25,1 0,.85 .15,.55 .45,.3 .4,.05",
	],
	[
		".5,.15 .25,0 .02,.2 .12,.48 .4,.42 .52,.15 | .5,.6 .45,1",
		".5,.2 .3,0 .05,.15 .08,.42 .35,.42 .5,.15 .52,.6 .4,.95 .1,.95",
		".45,.05 .1,.05 .05,.35 .3,.45 .5,.15 .3,.6 .1,1",
		".45,.2 .25,0 .0,.2 .15,.45 .45,.35 .5,.1 .45,.6 .25,1 .0,.85",
		".3,.45 .05,.35 .1,.05 .4,0 .52,.2 .35,.45 .15,.48 + .5,.2 .4,.6 .38,1",
		".1,1 .3,.5 .5,.1 .3,0 .05,.15 .1,.4 .4,.35 .5,.15",
		".55,.1 .2,0 .0,.25 .2,.45 .5,.2 .55,.05 .5,.5 .55,.95 .75,.9",
		".48,.12 .2,0 .02,.25 .2,.42 .42,.3 .5,.1 | .42,.7 .2,1 .05,.92",
	],
];

/** A form's strokes, each the smooth parts of it. */
const partsOf = (form: string): Point[][][] =>
	form.split("+").map((stroke) =>
		stroke.split("|").map((part) =>
			part
				.trim()
				.split(" ")
				.map((pair): Point => {
					const [x, y] = pair.split(",").map(Number);
					return [x, y];
				}),
		),
	);

/** How far a hand misses a control point: the standard deviation, in heights. */
const WAVER = 0.035;

/** One way to write a digit: its strokes, each the smooth parts of it. */
export interface Form {
	readonly label: number;
	readonly strokes: readonly (readonly (readonly Point[])[])[];
}

/** Forms from their control points; `forms` are those of 0, of 1 and so on. */
export const parseForms = (forms: readonly (readonly string[])[]): Form[] =>
	forms.flatMap((ways, label) => ways.map((form) => ({ label, strokes: partsOf(form) })));

/** Writes digits in one of their forms. */
function writerOf(forms: readonly (readonly string[])[]): (random: Random) => LabelledStrokes {
	const all = parseForms(forms);
	return (random) => writeForm(pick(random, all), random);
}

/** A digit in one of the forms above. */
export const allograph = writerOf(SCHOOL_FORMS);

/** Writes a digit in one form, every control point missed a little. */
export function writeForm({ label, strokes }: Form, random: Random): LabelledStrokes {
	const widen = Math.exp(0.2 * normal(random));
	const miss = ([x, y]: Point): Point => [widen * (x + WAVER * normal(random)), y + WAVER * normal(random)];
	const written = strokes.map((sections): Stroke => {
		let turn: Point | undefined;
		return sections.flatMap((section) => {
			const points = section.map(miss);
			const curve = smooth(turn ? [turn, ...points] : points);
			turn = points.at(-1);
			return curve;
		});
	});
	return { label, strokes: written };
}
