import * as tf from "@tensorflow/tfjs-core";
import type { Glyph } from "../../glyph.ts";
import { userError } from "../../user-error.ts";
import { crossEntropy, softmax } from "../calibration.ts";
import { createExecutor } from "../executor.ts";
import { foldForInference } from "../folding.ts";
import { type Fit, type InputConvention, networkInput, pictureSides, RANGES, type Range } from "../input.ts";
import { inputShapeOf, operationCount, type TrainedNetwork } from "../network.ts";
import { LIMITS } from "./limits.ts";
import type { ReadModel, ReadNetwork } from "./model-file.ts";

/** Digits whose truth is known. */
export interface LabelledGlyphs {
	readonly glyphs: readonly Glyph[];
	readonly labels: readonly number[];
}

/** How a network reads known digits when it sees them in one way. */
export interface Attempt {
	readonly convention: InputConvention;
	readonly digits: number;
	readonly right: number;
	/** Mean cross-entropy: of several ways that read alike it tells the one that was trained. */
	readonly loss: number;
}

/** The network that reads the known digits best, and how it wants to see them. */
export interface Found {
	readonly network: ReadNetwork;
	readonly convention: InputConvention;
	/** Every way that was tried, the best first; those that looked bad at once on fewer digits. */
	readonly attempts: readonly Attempt[];
}

/** Digits of a first look, before the best few get them all. */
const FIRST_LOOK = 60;
/** How many networks and ways get them all. */
const FINALISTS = 4;
/** A share of right answers that needs no further search. */
const GOOD = 0.95;
/** Multiplications and additions that may be spent on all digits of one way; the heaviest networks see fewer. */
const OPERATIONS = 1e11;
const BATCH = 50;

/** Logits, or logarithms of probabilities, of these digits: a row of answers for each. */
export type Look = (glyphs: readonly Glyph[], convention: InputConvention) => Float32Array;

/** Puts a network on the backend to look at glyphs; `use` gets it, then its weights are freed. */
export function withLook<T>(trained: TrainedNetwork, use: (look: Look) => T): T {
	const shape = inputShapeOf(trained.network);
	const executor = createExecutor(foldForInference(trained));
	const look: Look = (glyphs, convention) => {
		const parts: Float32Array[] = [];
		for (let at = 0; at < glyphs.length; at += BATCH) {
			const some = glyphs.slice(at, at + BATCH);
			parts.push(
				tf.tidy(() =>
					executor
						.run(tf.tensor(networkInput(some, shape, convention), [some.length, ...shape]))
						.dataSync<"float32">(),
				),
			);
		}
		const rows = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
		parts.reduce((at, part) => {
			rows.set(part, at);
			return at + part.length;
		}, 0);
		return asLogits(rows, glyphs.length);
	};
	try {
		return use(look);
	} finally {
		executor.dispose();
	}
}

/** Rows that are probabilities already (a mean of several networks' answers) as their logarithms, all others as they are. */
function asLogits(rows: Float32Array, count: number): Float32Array {
	const classes = rows.length / count;
	for (let at = 0; at < rows.length; at += classes) {
		const row = rows.subarray(at, at + classes);
		const sum = row.reduce((total, value) => total + value, 0);
		if (row.some((value) => value < 0) || Math.abs(sum - 1) > 1e-3) return rows;
	}
	return rows.map((probability) => Math.log(Math.max(probability, 1e-30)));
}

function attempt(look: Look, digits: LabelledGlyphs, convention: InputConvention): Attempt {
	const { glyphs, labels } = digits;
	const logits = look(glyphs, convention);
	const classes = logits.length / glyphs.length;
	let right = 0;
	glyphs.forEach((_, i) => {
		const row = logits.subarray(i * classes, (i + 1) * classes);
		if (row.indexOf(row.reduce((a, b) => Math.max(a, b))) === labels[i]) right++;
	});
	const loss = crossEntropy(logits, labels);
	return { convention, digits: glyphs.length, right, loss: Number.isFinite(loss) ? loss : Number.MAX_VALUE };
}

/** Every `step`-th digit: the set is in the order of the labels. */
function some({ glyphs, labels }: LabelledGlyphs, count: number): LabelledGlyphs {
	if (count >= glyphs.length) return { glyphs, labels };
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

interface Candidate {
	readonly network: ReadNetwork;
	readonly attempt: Attempt;
}

const share = ({ right, digits }: Attempt) => right / digits;

/** How often models are made for a way of seeing: an unusual one must read that much better. */
const UNLIKELY: Readonly<Record<Range, number>> = {
	"0-1": 1,
	"0-255": 1.1,
	standard: 1.5,
	"-1-1": 2.5,
	binary: 2.5,
	centred: 3,
	columns: 2.5,
};

const weighed = ({ loss, convention: { range, inverted, fit } }: Attempt): number =>
	loss * UNLIKELY[range] * (inverted ? 2.5 : 1) * (fit === "resize" ? 4 : 1);

const betterNetwork = (a: Candidate, b: Candidate): number => {
	const unlikely = ({ network: { unlikely = 1 }, attempt }: Candidate): Attempt => ({
		...attempt,
		loss: attempt.loss * unlikely,
	});
	return better(unlikely(a), unlikely(b));
};

/**
 * The better of two attempts: where one reads far worse the other, else by their loss. A wrong range can read as many
 * digits right as the true one, but then it is sure of its mistakes.
 */
const better = (a: Attempt, b: Attempt): number => {
	const gap = share(b) - share(a);
	return Math.abs(gap) > 0.03 && Math.max(share(a), share(b)) > 0.5 ? gap : weighed(a) - weighed(b);
};

/**
 * Finds out by trying how a model wants to see digits, and which of several networks its weights belong to.
 *
 * @param range the only one to try, where somebody knows it
 */
export function findInput(model: ReadModel, digits: LabelledGlyphs, range?: Range): Found {
	let best = bestOf(model.networks, digits, range);
	if (model.otherwise && share(best.attempts[0]) < GOOD) {
		const other = bestOf(model.otherwise(), digits, range);
		if (better(other.attempts[0], best.attempts[0]) < 0) best = other;
	}
	return best;
}

function bestOf(networks: readonly ReadNetwork[], digits: LabelledGlyphs, range?: Range): Found {
	const operations = operationCount(networks[0].trained.network);
	if (operations > LIMITS.operations)
		throw userError("error.import.operations", {
			count: Math.round(operations / 1e6),
			most: LIMITS.operations / 1e6,
		});
	const enough = (most: number) => Math.max(20, Math.min(most, Math.floor(OPERATIONS / (operations + 1))));
	const firstLook = some(digits, enough(FIRST_LOOK));
	const candidates: Candidate[] = networks.flatMap((network) => {
		const shape = inputShapeOf(network.trained.network);
		const ways = conventions(shape, range);
		// Of many networks each is looked at in the usual ways alone; those that read well get the others too.
		const tried =
			networks.length > 1 ? ways.filter(({ inverted, range }) => !inverted && USUAL.has(range)) : ways;
		return withLook(network.trained, (look) =>
			(tried.length > 0 ? tried : ways).map((way) => ({ network, attempt: attempt(look, firstLook, way) })),
		);
	});
	candidates.sort(betterNetwork);
	const all = some(digits, enough(digits.glyphs.length));
	const finalists = candidates.slice(0, FINALISTS).map(({ network, attempt: { convention } }) => ({
		network,
		attempt: withLook(network.trained, (look) => attempt(look, all, convention)),
	}));
	finalists.sort(betterNetwork);
	const [{ network, attempt: first }] = finalists;
	const known = finalists.filter((finalist) => finalist.network === network).map(({ attempt }) => attempt);
	const isKnown = (way: InputConvention) => known.some(({ convention }) => sameWay(convention, way));
	const shape = inputShapeOf(network.trained.network);
	const others = conventions(shape, range).filter((way) => !isKnown(way));
	const rest = withLook(network.trained, (look) => others.map((way) => attempt(look, firstLook, way)));
	if (first.loss === Number.MAX_VALUE) throw userError("error.import.noOutput");
	return { network, convention: first.convention, attempts: [...known.sort(better), ...rest.sort(better)] };
}

const sameWay = (a: InputConvention, b: InputConvention) =>
	a.range === b.range && a.inverted === b.inverted && a.fit === b.fit;

const USUAL: ReadonlySet<Range> = new Set(["0-1", "standard", "-1-1", "0-255"]);

/** The probabilities of the answers for each glyph. */
export function probabilitiesOf(
	trained: TrainedNetwork,
	glyphs: readonly Glyph[],
	convention: InputConvention,
): number[][] {
	if (glyphs.length === 0) return [];
	const logits = withLook(trained, (look) => look(glyphs, convention));
	const classes = logits.length / glyphs.length;
	return glyphs.map((_, i) => Array.from(softmax(logits.subarray(i * classes, (i + 1) * classes))));
}
