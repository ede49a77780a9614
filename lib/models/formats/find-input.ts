import { userError } from "../../user-error.ts";
import { type Fit, type InputConvention, pictureSides, RANGES, type Range } from "../input.ts";
import { inputShapeOf, operationCount } from "../network.ts";
import { type Attempt, attempt, betterIn, type LabelledGlyphs, shareOf } from "./attempt.ts";
import { withLook } from "./look.ts";
import type { ModelFormat, ReadModel, ReadNetwork } from "./model-file.ts";

/** The network that reads the known digits best, and how it wants to see them. */
export interface Found {
	readonly network: ReadNetwork;
	readonly convention: InputConvention;
	/** Every way that was tried, the best first; those that looked bad at once on fewer digits. */
	readonly attempts: readonly Attempt[];
}

/** Digits of a first look. */
const FIRST_LOOK = 60;
/** How many ways then get all digits. */
const FINALISTS = 4;
/** Of many networks the better part gets more digits, round by round; the last few get all. */
const ROUNDS = [
	{ look: 20, remain: 48 },
	{ look: FIRST_LOOK, remain: 6 },
] as const;
/** A share of right answers from which on a guessed network is the right one but for details. */
const GOOD = 0.9;
/** Multiplications and additions that may be spent on all digits of one way; the heaviest networks see fewer. */
const OPERATIONS = 1e11;
/** The same for the first look at all networks that weights may belong to, and how many are looked at even so. */
const GUESSING = 4e10;
const LEAST = 8;

/** Ranges in which each of many networks is looked at. */
const USUAL: ReadonlySet<Range> = new Set(["0-1", "standard", "-1-1", "0-255"]);

/**
 * Finds out by trying how a model wants to see digits, and which of several networks its weights belong to.
 *
 * @param range the only one to try, where somebody knows it
 */
export function findInput(model: ReadModel, digits: LabelledGlyphs, range?: Range): Found {
	const better = betterIn(model.format);
	const network = model.further ? likeliest(model, digits, range) : model.networks[0];
	const ways = conventions(inputShapeOf(network.trained.network), range);
	const firstLook = someFor(network, digits, FIRST_LOOK);
	const all = someFor(network, digits, digits.glyphs.length);
	const attempts = withLook(network.trained, (look) => {
		const looked = ways.map((way) => attempt(look, firstLook, way)).sort(better);
		const finalists = looked.slice(0, FINALISTS).map(({ convention }) => attempt(look, all, convention));
		return [...finalists.sort(better), ...looked.slice(FINALISTS)];
	});
	const [best] = attempts;
	if (best.loss === Number.MAX_VALUE) throw userError("error.import.noOutput");
	return { network, convention: best.convention, attempts };
}

/** A network in a way of seeing. */
interface Candidate {
	readonly network: ReadNetwork;
	readonly way: InputConvention;
}

interface Tried extends Candidate {
	readonly attempt: Attempt;
}

/** The network that reads best of all that the weights may belong to. */
function likeliest(model: ReadModel, digits: LabelledGlyphs, range?: Range): ReadNetwork {
	const { networks, further, format } = model;
	const betterNetwork = betterNetworkIn(format);
	const rank = (some: readonly ReadNetwork[]) => ranked(some, digits, betterNetwork, range);
	const first = rank(networks);
	const [best] = first;
	const good = shareOf(best.attempt) >= GOOD;
	const others = further?.(good ? [best.network] : first.map(({ network }) => network)) ?? [];
	const [other = best] = rank(others);
	return betterNetwork(other, best) < 0 ? other.network : best.network;
}

/** The best of some networks in their best ways, the best first. */
function ranked(
	networks: readonly ReadNetwork[],
	digits: LabelledGlyphs,
	better: (a: Tried, b: Tried) => number,
	range?: Range,
): Tried[] {
	const [any] = networks;
	if (!any) return [];
	let candidates = affordable(networks).flatMap((network): Candidate[] =>
		conventions(inputShapeOf(network.trained.network), range)
			.filter(({ inverted, range: one }) => !inverted && (range !== undefined || USUAL.has(one)))
			.map((way) => ({ network, way })),
	);
	for (const { look, remain } of ROUNDS)
		if (candidates.length > remain)
			candidates = tried(candidates, someFor(any, digits, look))
				.sort(better)
				.slice(0, remain);
	return tried(candidates, someFor(any, digits, digits.glyphs.length)).sort(better);
}

/** As many of the networks, the likeliest first, as there is time to look at in all usual ways. */
function affordable(networks: readonly ReadNetwork[]): readonly ReadNetwork[] {
	let left = GUESSING;
	return networks.filter(({ trained }, i) => {
		left -= operationCount(trained.network) * USUAL.size * ROUNDS[0].look;
		return left > 0 || i < LEAST;
	});
}

/** Every candidate with what it reads. A network is put on the backend once for all its ways. */
function tried(candidates: readonly Candidate[], digits: LabelledGlyphs): Tried[] {
	const ways = new Map<ReadNetwork, InputConvention[]>();
	for (const { network, way } of candidates) ways.set(network, [...(ways.get(network) ?? []), way]);
	return [...ways].flatMap(([network, some]) =>
		withLook(network.trained, (look) =>
			some.map((way) => ({ network, way, attempt: attempt(look, digits, way) })),
		),
	);
}

function betterNetworkIn(format: ModelFormat): (a: Tried, b: Tried) => number {
	const better = betterIn(format);
	const unlikely = ({ network: { unlikely = 1 }, attempt: { loss, ...rest } }: Tried): Attempt => ({
		...rest,
		loss: loss * unlikely,
	});
	return (a, b) => better(unlikely(a), unlikely(b));
}

/** So many digits, or as many as a network of this size is given time for. The set is in the order of the labels. */
function someFor(network: ReadNetwork, { glyphs, labels }: LabelledGlyphs, wanted: number): LabelledGlyphs {
	const affordable = Math.floor(OPERATIONS / (operationCount(network.trained.network) + 1));
	const count = Math.min(glyphs.length, wanted, Math.max(20, affordable));
	const places = Array.from({ length: count }, (_, i) => Math.floor((i * glyphs.length) / count));
	return { glyphs: places.map((at) => glyphs[at]), labels: places.map((at) => labels[at]) };
}

/** All ways in which a picture may go in. */
function conventions(shape: readonly number[], range?: Range): InputConvention[] {
	const fits: Fit[] = pictureSides(shape).every((side) => side === 28) ? ["pad"] : ["pad", "resize"];
	const ranges = range ? [range] : RANGES;
	return ranges.flatMap((range) =>
		[false, true].flatMap((inverted) => fits.map((fit) => ({ range, inverted, fit }))),
	);
}
