import { between, type Random } from "../../random.ts";
import { across, type BlankForm, down, grid, ONE_DIGIT, squaresOf, upTo, whole } from "./blank-form.ts";

/** Squares that go on to the edge of the picture, a digit in each of some of one row. */
export function squares(random: Random): BlankForm {
	const columns = whole(random, 6, 11);
	const first = whole(random, 1, 2);
	const { rules } = grid(5, squaresOf(columns));
	const count = columns - first - 1;
	return {
		width: columns,
		height: 5,
		rules,
		rows: [upTo(count).map((i) => [first + i, 2, 1] as const)],
		...ONE_DIGIT,
	};
}

/** A number written over the squares of paper, as a person selects it. */
export function squaredStrip(random: Random): BlankForm {
	const size = between(random, 0.8, 1.8);
	const most = whole(random, 3, 7);
	const width = Math.max(3, most * size * 0.7 + between(random, 0.4, 1.2));
	const height = size + between(random, 0.2, 0.9);
	const [left, top] = [random(), random()];
	return {
		width,
		height,
		rules: [
			...upTo(Math.ceil(height) + 1).map((i) => across(i - top, -1, width + 1)),
			...upTo(Math.ceil(width) + 1).map((i) => down(i - left, -1, height + 1)),
		],
		rows: [[[0, height / 2 - 0.5, width]]],
		filled: 1,
		digits: [3, most],
		free: { height: [size, size], pitch: [0.6, 0.7] },
	};
}

/** Several numbers on a page of squares or, without uprights, of lines. */
export function page(random: Random, hasUprights: boolean): BlankForm {
	const every = hasUprights ? whole(random, 2, 3) : 1;
	const count = whole(random, 2, 5);
	const [width, height] = [between(random, 6, 10), count * every + 1];
	const uprights = hasUprights
		? upTo(Math.ceil(width)).map((i) => down(i + 0.4, -1, height + 1))
		: random() < 0.4
			? [down(0.8, -1, height + 1)]
			: [];
	const size = hasUprights ? between(random, 0.7, 1.7) : between(random, 0.5, 0.85);
	return {
		width,
		height,
		rules: [...upTo(Math.ceil(height) + 1).map((i) => across(i, -1, width + 1)), ...uprights],
		rows: upTo(count).map((i) => [[1.2 + random(), i * every + 0.5 + between(random, -0.2, 0.2), 0]]),
		filled: 1,
		digits: [1, 4],
		free: { height: [0.9 * size, 1.1 * size], pitch: [0.65, 0.9] },
	};
}
