import type { Plane } from "../pixels.ts";
import { INK } from "../runs.ts";
import type { Rule } from "./rule.ts";
import { type Grain, LEAST_CONTRAST, looksOf, massAt, type RuleLook, reachOf } from "./rule-look.ts";

/** Where writing is darker than a rule by `LEAST_CONTRAST`, what is nearer to the writing stays. */
const NEARER_WRITING = 0.6;
/** A rule by itself has no more ink across it than so many times what it has in the middle of its length. */
const MOST_MASS = 1.2;
/** Of a stroke that ends on a rule so much is its own there: in widths of a stroke, and at least in pixels. */
const DEEP = 0.7;
const LEAST_DEEP = 3;
/** What goes on beyond a rule has moved along it by no more than this share of the way across. */
const STEEPEST = 1.5;

/**
 * The ink without rules. Strokes that cross a rule stay, those that end on one lose what lies inside it; where writing
 * is darker than the rule it stays in any case, and where a stroke goes on beyond, what was taken out of it is mended.
 *
 * @param stroke width of the writing's strokes
 */
export function takeOut(
	ink: Plane,
	levels: readonly Rule[],
	uprights: readonly Rule[],
	stroke: number,
): Plane {
	const { width, height } = ink;
	const work: Work = {
		ink,
		data: ink.data.slice(),
		zones: new Uint8Array(ink.data.length),
		writing: writingLevel(ink),
		stroke,
	};
	const grains = [
		{ rules: levels, others: uprights, grain: { zone: LEVEL, breadth: height, along: 1, across: width } },
		{ rules: uprights, others: levels, grain: { zone: WALL, breadth: width, along: width, across: 1 } },
	] as const;
	for (const { rules, grain } of grains) for (const rule of rules) markZone(work.zones, rule, grain);
	for (const { rules, others, grain } of grains) {
		const looks = looksOf(ink, rules, others, grain);
		for (const [i, rule] of rules.entries()) takeOutOne(work, rule, looks[i], grain);
	}
	const { data } = work;
	return { width, height, data };
}

/** Marks of what lies on a level, and on a wall. */
const LEVEL = 1;
const WALL = 2;

/** What is taken out of: the ink as it was, as it is left, where the rules lie, and how dark writing is. */
interface Work {
	readonly ink: Plane;
	readonly data: Uint8Array;
	readonly zones: Uint8Array;
	readonly writing: number;
	readonly stroke: number;
}

function markZone(zones: Uint8Array, rule: Rule, { zone, breadth, along, across }: Grain): void {
	const reach = reachOf(rule);
	for (const [k, middle] of rule.middles.entries()) {
		const last = Math.min(breadth - 1, Math.ceil(middle + reach) + 1);
		for (let i = Math.max(0, Math.floor(middle - reach) - 1); i <= last; i++)
			zones[(rule.from + k) * along + i * across] |= zone;
	}
}

/** @param look how dark the rules are, and how much ink this one has */
function takeOutOne(work: Work, rule: Rule, { level, mass }: RuleLook, grain: Grain): void {
	const { ink, data, zones, writing, stroke } = work;
	const { zone, breadth, along, across } = grain;
	const reach = reachOf(rule);
	const isFainter = writing - level >= LEAST_CONTRAST;
	const keep = isFainter ? level + NEARER_WRITING * (writing - level) : 256;
	// The edge of a stroke is fainter than its middle.
	const isOfWriting = (p: number) =>
		ink.data[p] >= keep ||
		(ink.data[p] >= INK &&
			(ink.data[p - across] >= keep ||
				ink.data[p + across] >= keep ||
				ink.data[p - along] >= keep ||
				ink.data[p + along] >= keep));
	// What lies on a rule of the other direction is no writing.
	const isWriting = (at: number, i: number) => {
		if (i < 0 || i >= breadth) return false;
		const p = at * along + i * across;
		return ink.data[p] >= INK && (zones[p] & ~zone) === 0;
	};
	const contacts = {
		before: new Uint8Array(rule.middles.length),
		after: new Uint8Array(rule.middles.length),
	};
	const spanAt = (at: number) => {
		const middle = rule.middles[at - rule.from];
		const first = Math.max(0, Math.floor(middle - reach));
		return { middle, first, last: Math.min(breadth - 1, Math.ceil(middle + reach)) };
	};
	for (let at = rule.from; at <= rule.to; at++) {
		const { first, last } = spanAt(at);
		if (isWriting(at, first - 1) && isWriting(at, first)) contacts.before[at - rule.from] = 1;
		if (isWriting(at, last + 1) && isWriting(at, last)) contacts.after[at - rule.from] = 1;
	}
	const depthOf = (contact: number) => Math.max(LEAST_DEEP, Math.min(contact, Math.round(DEEP * stroke)));
	const before = lengthsOf(contacts.before);
	const after = lengthsOf(contacts.after);
	for (let at = rule.from; at <= rule.to; at++) {
		const { middle, first, last } = spanAt(at);
		const [fromBefore, fromAfter] = [before[at - rule.from], after[at - rule.from]];
		// No more ink than the rule has, and none beside it, is the rule alone, however dark a pixel of it is.
		const isAlone = fromBefore + fromAfter === 0 && massAt(ink, at, first, last, grain) <= MOST_MASS * mass;
		// Ink that goes on beyond the rule is a stroke, its end on the rule too: as deep as it is wide.
		let [keptTo, keptFrom] = [first - 1, last + 1];
		if (!isFainter && fromBefore > 0 && isFilled(ink, at, first, Math.floor(middle), grain))
			keptTo = fromAfter > 0 ? last : first + depthOf(fromBefore);
		if (!isFainter && fromAfter > 0 && isFilled(ink, at, Math.ceil(middle), last, grain))
			keptFrom = fromBefore > 0 ? first : last - depthOf(fromAfter);
		for (let i = first; i <= last; i++) {
			const p = at * along + i * across;
			if (i > keptTo && i < keptFrom && (isAlone || !isOfWriting(p))) data[p] = 0;
		}
	}
	mend(ink, data, rule, reach, grain, contacts);
}

function isFilled({ data }: Plane, at: number, from: number, to: number, { along, across }: Grain): boolean {
	for (let i = from; i <= to; i++) if (data[at * along + i * across] < INK) return false;
	return true;
}

/** Gives back what lies between strokes that reach a rule from both sides. */
function mend(
	ink: Plane,
	data: Uint8Array,
	rule: Rule,
	reach: number,
	{ breadth, along, across }: Grain,
	contacts: { before: Uint8Array; after: Uint8Array },
): void {
	const after = intervalsOf(contacts.after);
	for (const before of intervalsOf(contacts.before)) {
		const centre = (before.from + before.to) / 2;
		const shiftOf = (other: Interval) => Math.abs((other.from + other.to) / 2 - centre);
		const nearest = after.reduce<Interval | null>(
			(best, other) => (best && shiftOf(best) <= shiftOf(other) ? best : other),
			null,
		);
		if (!nearest || shiftOf(nearest) > STEEPEST * 2 * reach) continue;
		const [longer, shorter] = [before, nearest].map(({ from, to }) => to - from + 1).sort((a, b) => b - a);
		if (longer > 3 * shorter + 2 * reach) continue;
		const steps = Math.ceil(2 * reach) + 1;
		for (let step = 0; step <= steps; step++) {
			const share = step / steps;
			const from = Math.round(before.from + share * (nearest.from - before.from));
			const to = Math.round(before.to + share * (nearest.to - before.to));
			for (let k = Math.max(0, from); k <= Math.min(rule.middles.length - 1, to); k++) {
				const i = Math.floor(rule.middles[k] - reach) + step;
				if (i < 0 || i >= breadth) continue;
				const p = (rule.from + k) * along + i * across;
				data[p] = ink.data[p];
			}
		}
	}
}

/** For every place how long the interval is in which it lies; 0 outside. */
function lengthsOf(flags: Uint8Array): Int32Array {
	const lengths = new Int32Array(flags.length);
	for (const { from, to } of intervalsOf(flags)) lengths.fill(to - from + 1, from, to + 1);
	return lengths;
}

interface Interval {
	readonly from: number;
	readonly to: number;
}

function intervalsOf(flags: Uint8Array): Interval[] {
	const found: Interval[] = [];
	for (let i = 0; i < flags.length; i++) {
		if (flags[i] === 0) continue;
		const from = i;
		while (flags[i + 1] === 1) i++;
		found.push({ from, to: i });
	}
	return found;
}

/** How dark most of the writing is. */
function writingLevel({ data }: Plane): number {
	const counts = new Uint32Array(256);
	let count = 0;
	for (let i = 0; i < data.length; i += 3) {
		if (data[i] < INK) continue;
		counts[data[i]]++;
		count++;
	}
	let above = 0;
	for (let value = 255; value > INK; value--) {
		above += counts[value];
		if (above >= count / 4) return value;
	}
	return 255;
}
