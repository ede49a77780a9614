import * as v from "valibot";
import type { InkHistory } from "../ink/history.ts";
import { FARTHEST, type Stroke } from "../ink/stroke.ts";
import { UNDO_STEPS, type UndoHistory } from "../undo-history.ts";
import { number, soundItems } from "./sound-items.ts";

/** How one state of the pad becomes another: strokes are taken away by their places, then others put in at theirs. */
interface Step {
	readonly without?: readonly number[] | undefined;
	readonly with?: readonly (readonly [at: number, stroke: Stroke])[] | undefined;
}

/**
 * An ink history as it is stored: every stroke once. States of the past and of what was undone share their strokes;
 * stored as they are they would take a hundred times the room.
 */
export interface PackedHistory {
	readonly now: readonly Stroke[];
	/** From `now` back, one step after the other. */
	readonly past: readonly Step[];
	/** From `now` on. */
	readonly undone: readonly Step[];
}

export function packHistory({ now, past, undone }: InkHistory): PackedHistory {
	return {
		now,
		past: stepsAlong([now, ...past.toReversed()]),
		undone: stepsAlong([now, ...undone.toReversed()]),
	};
}

/** The history that was packed; of a damaged one what is sound: good strokes, and the steps next to them. */
export function unpackHistory(packed: unknown): InkHistory {
	const { now, past, undone } = (typeof packed === "object" && packed !== null ? packed : {}) as Record<
		string,
		unknown
	>;
	const strokes: readonly Stroke[] = soundItems(STROKE)(now);
	return { now: strokes, past: statesAlong(strokes, past), undone: statesAlong(strokes, undone) };
}

function stepsAlong(states: readonly (readonly Stroke[])[]): Step[] {
	return states.slice(1).map((to, i) => stepBetween(states[i], to));
}

/** States differ by whole strokes, which are the same objects in both and never change places. */
function stepBetween(from: readonly Stroke[], to: readonly Stroke[]): Step {
	const kept = new Set(to);
	const had = new Set(from);
	const without = from.flatMap((stroke, i) => (kept.has(stroke) ? [] : [i]));
	const added = to.flatMap((stroke, at) => (had.has(stroke) ? [] : [[at, stroke] as const]));
	return { ...(without.length > 0 && { without }), ...(added.length > 0 && { with: added }) };
}

/** The states that steps lead to, the furthest first as in a history. Steps behind a damaged one lead nowhere. */
function statesAlong(now: readonly Stroke[], steps: unknown): UndoHistory<readonly Stroke[]>["past"] {
	const states: (readonly Stroke[])[] = [];
	for (const step of Array.isArray(steps) ? steps.slice(0, UNDO_STEPS) : []) {
		const parsed = v.safeParse(STEP, step);
		if (!parsed.success) break;
		states.unshift(taken(parsed.output, states[0] ?? now));
	}
	return states;
}

function taken({ without = [], with: added = [] }: Step, from: readonly Stroke[]): readonly Stroke[] {
	const gone = new Set(without);
	const left = from.filter((_, i) => !gone.has(i));
	for (const [at, stroke] of added) left.splice(at, 0, stroke);
	return left;
}

const coordinate = v.pipe(number, v.minValue(-FARTHEST), v.maxValue(FARTHEST));
/** A pen's, 0 to 1. */
const pressure = v.pipe(number, v.minValue(0), v.maxValue(1));
const POINT = v.union([v.tuple([coordinate, coordinate, pressure]), v.tuple([coordinate, coordinate])]);
const STROKE: v.GenericSchema<unknown, Stroke> = v.pipe(v.array(POINT), v.nonEmpty());
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const STEP: v.GenericSchema<unknown, Step> = v.object({
	without: v.optional(v.array(place)),
	with: v.optional(v.array(v.tuple([place, STROKE]))),
});
