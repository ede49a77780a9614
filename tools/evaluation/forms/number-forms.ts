import { between, pick, type Random } from "../../random.ts";
import { type BlankForm, box, down, type FormRule, ONE_DIGIT, upTo, WORDS, whole } from "./blank-form.ts";

export function frame(random: Random): BlankForm {
	const most = whole(random, 2, 6);
	const width = 0.75 * most + 0.6;
	return { width, height: 1, rules: box(width, 1), rows: [[[0, 0, width]]], filled: 1, digits: [2, most] };
}

/** A frame whose lines are as thick as strokes or thicker, as forms that were scanned have them. */
export function thickFrame(random: Random): BlankForm {
	const form = frame(random);
	const weight = between(random, 2, 5);
	return { ...form, rules: box(form.width, 1, weight) };
}

export function doubleFrame(random: Random): BlankForm {
	const form = frame(random);
	const gap = between(random, 0.06, 0.14);
	const outer = box(form.width + 2 * gap, 1 + 2 * gap).map(({ from, to, weight }) => ({
		from: [from[0] - gap, from[1] - gap] as const,
		to: [to[0] - gap, to[1] - gap] as const,
		weight,
	}));
	return { ...form, rules: [...form.rules, ...outer] };
}

/** Boxes side by side for a digit each; their walls go up from the bottom by `share` of the height. */
export function comb(random: Random, share = 1, look: Partial<FormRule> = {}): BlankForm {
	const count = whole(random, 4, 10);
	const step = between(random, 0.65, 1);
	const walls = upTo(count - 1).map((i) => ({ ...down((i + 1) * step, 1 - share, 1), ...look }));
	return {
		width: count * step,
		height: 1,
		rules: [...box(count * step, 1), ...walls],
		rows: [upTo(count).map((i) => [i * step, 0, step])],
		...ONE_DIGIT,
	};
}

/** A line to write on, with ticks between the digits. */
export function ticks(random: Random): BlankForm {
	const form = comb(random, between(random, 0.3, 0.5));
	const [, bottom, left, right, ...walls] = form.rules;
	const ends = [left, right].map((rule) => ({ ...rule, from: [rule.from[0], walls[0].from[1]] as const }));
	return { ...form, rules: [bottom, ...ends, ...walls] };
}

export function ballot(random: Random): BlankForm {
	const count = whole(random, 3, 7);
	const step = 1 + between(random, 0.15, 0.5);
	const rules = upTo(count).flatMap((i) =>
		box(1, 1).map(({ from, to, weight }) => ({
			from: [from[0] + i * step, from[1]] as const,
			to: [to[0] + i * step, to[1]] as const,
			weight,
		})),
	);
	const rows = [upTo(count).map((i) => [i * step, 0, 1] as const)];
	return { width: (count - 1) * step + 1, height: 1, rules, rows, ...ONE_DIGIT };
}

/** A frame or a comb with a printed word to its left or above it. */
export function labelled(random: Random): BlankForm {
	const form = random() < 0.5 ? frame(random) : comb(random);
	const text = pick(random, WORDS);
	const height = between(random, 0.3, 0.6);
	if (random() < 0.4) {
		const [first, ...rest] = [{ text, left: 0, middle: height / 2, height }];
		return moved({ ...form, words: [first, ...rest] }, 0, height + between(random, 0.15, 0.4));
	}
	const room = 0.75 * height * text.length + between(random, 0.2, 1);
	return moved({ ...form, words: [{ text, left: 0, middle: 0.5, height }] }, room, 0);
}

/** A form with its rules and cells, but not its words, further to the right and down. */
function moved(form: BlankForm, x: number, y: number): BlankForm {
	return {
		...form,
		width: form.width + x,
		height: form.height + y,
		rules: form.rules.map((rule) => ({
			...rule,
			from: [rule.from[0] + x, rule.from[1] + y],
			to: [rule.to[0] + x, rule.to[1] + y],
		})),
		rows: form.rows.map((row) => row.map(([left, top, width]) => [left + x, top + y, width])),
	};
}
