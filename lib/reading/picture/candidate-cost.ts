import type { Size } from "../../geometry.ts";
import type { BlobCandidate } from "../../image/candidates.ts";
import type { Blob } from "../../image/components.ts";
import type { Scale } from "../../image/cut.ts";
import type { Verdict } from "../../models/verdict.ts";
import { signCost } from "../sign-cost.ts";

/** What a candidate costs in the best path, in nats, and what it is taken for. */
export interface CandidateCost {
	/** As the cheapest of the following. */
	readonly cost: number;
	/** What it costs as each of the ten digits, and as none: as the sign, or left out. */
	readonly asDigit: readonly number[];
	readonly asNone: number;
	/** As a digit, though the model may refuse it; otherwise as a sign, or as something to leave out. */
	readonly isDigit: boolean;
	/** As the sign that the verdict names; as that if it is no digit. */
	readonly isSign: boolean;
	readonly isSignIfNone: boolean;
	/** A dot, a comma, a dash: nothing that speaks against digits beside it. */
	readonly isSmall: boolean;
	readonly verdict: Verdict;
}

/** What is flat and so many heights below the middle of the line stands below the digits. */
const BELOW = 0.45;
/** A model's least probability of "no digit": those without refusal classes say 0. */
const LEAST_REFUSAL = 0.02;
/** Added to a probability: what looks impossible costs so much and no more. */
const LEAST_DIGIT = 0.001;
/** What is wider than this share of the height could be several digits, each of them unlike: it costs for all. */
const ONE_DIGIT = 0.8;
/** Nats for every digit: the same ink is rather few than many. */
export const DIGIT_COST = 1;

/**
 * What a candidate costs in the best path, as a digit, as a sign or left out, whichever is cheapest.
 *
 * @param candidate its `omission` is what the line model says against leaving it out, in nats
 * @param offset how far its middle is below that of the line, in heights of a digit
 * @param further nats that it costs besides, whatever it is taken for
 */
export function costOfCandidate(
	{
		blob,
		cost,
		isJunction,
		cutsThrough,
		holdsSeveral,
		omission = 0,
	}: Pick<BlobCandidate, "blob" | "cost" | "isJunction" | "cutsThrough" | "holdsSeveral"> & {
		readonly omission?: number;
	},
	verdict: Verdict,
	{ height }: Scale,
	offset = 0,
	further = 0,
): CandidateCost {
	const none = 1 - verdict.probabilities.reduce((sum, p) => sum + p, 0);
	const size = { width: blob.box.width / height, height: blob.box.height / height };
	const isUnderline = size.height < 0.35 && size.width > size.height && offset > BELOW;
	const isSmall = (size.height < 0.3 && size.width < 0.9) || isUnderline || isJunction === true;
	const isLow = !isSmall && isComma(size, offset);
	const layout = further + DIGIT_COST + cost + sizeCost(size) + offLevelCost(offset);
	const digitsInIt = Math.max(1, size.width / ONE_DIGIT);
	const asDigit = Array.from(
		verdict.probabilities,
		(probability) => layout - Math.log(probability + LEAST_DIGIT) * digitsInIt,
	);
	const leftOut =
		omission +
		(isSmall || isLow
			? markCost(isLow, isJunction || cutsThrough.length > 0) + (holdsSeveral ? SMALL_COST : 0)
			: leavingOutCost(size, Math.max(LEAST_REFUSAL, none)));
	const asSign =
		verdict.sign && !(isUnderline && verdict.sign.is === "-")
			? signCost(verdict.sign, size, holdsSeveral) +
				offLevelCost(offset) +
				(cutsThrough.length > 0 ? PART_COST : 0)
			: Number.POSITIVE_INFINITY;
	const asNone = further + Math.min(asSign, leftOut);
	const cheapestDigit = Math.min(...asDigit);
	const isDigit = cheapestDigit <= asNone;
	const isSignIfNone = asSign <= leftOut;
	return {
		cost: Math.min(cheapestDigit, asNone),
		asDigit,
		asNone,
		isDigit,
		isSign: !isDigit && isSignIfNone,
		isSignIfNone,
		isSmall: isSmall || isLow,
		verdict,
	};
}

/** So many nats more than a digit that looks perfect may cost one that is sure. */
const SURE_EXCESS = 0.6;

/** Whether a connected blob is so surely one digit that no two digits explain it better. */
export function isSureDigit(blob: Blob, verdict: Verdict, scale: Scale): boolean {
	const { isDigit, cost } = costOfCandidate({ blob, cost: 0, cutsThrough: [] }, verdict, scale);
	return isDigit && !verdict.refusal && cost < DIGIT_COST + SURE_EXCESS;
}

/** Nats for reading a part of connected ink that is a letter or a sign as a whole. */
const DISMEMBERING_COST = 4;

/**
 * What each candidate of a line costs for taking apart what should stay whole: connected ink that the model
 * knows as no digit (and not as several) is a letter or a sign, however much its parts look like digits.
 */
export function dismemberingCosts(
	candidates: readonly (Pick<BlobCandidate, "cutsThrough" | "wholeOf"> & { readonly verdict: Verdict })[],
): number[] {
	const letters = new Set(
		candidates
			.filter(({ verdict }) => verdict.refusal === "not-a-digit")
			.flatMap(({ wholeOf }) => (wholeOf === undefined ? [] : [wholeOf])),
	);
	return candidates.map(({ cutsThrough }) =>
		cutsThrough.some((blob) => letters.has(blob)) ? DISMEMBERING_COST : 0,
	);
}

/** Nats for leaving out a dot, a dash; a comma, which is as high as a small digit; a small part of connected ink. */
const SMALL_COST = 0.3;
const COMMA_COST = 1;
const PART_COST = 1.5;

function markCost(isLow: boolean, isPart: boolean): number {
	if (isPart) return PART_COST;
	return isLow ? COMMA_COST : SMALL_COST;
}

/** Commas are no higher and no wider than these shares of the height, and end where the line's middle is. */
const HIGHEST_COMMA = 0.6;
const WIDEST_COMMA = 0.45;

function isComma({ width, height }: Size, offset: number): boolean {
	return height < HIGHEST_COMMA && width < WIDEST_COMMA && offset - height / 2 > -0.05;
}

/** Nats for leaving out a piece as high as the line, besides what the model says. */
const LARGE_COST = 8;

function leavingOutCost({ width, height }: Size, none: number): number {
	return (LARGE_COST * Math.max(height, 0.5) - Math.log(none)) * Math.max(1, width / 0.7);
}

/** Digits of one line stand on one level: nats against one that is further off it than people are careless. */
function offLevelCost(offset: number): number {
	return 8 * Math.min(1, Math.max(0, Math.abs(offset) - 0.25)) ** 2;
}

/** Digits of one line are of about the same height, and higher than wide: nats against one that is not. */
function sizeCost({ width, height }: Size): number {
	if (height < 0.35) return 8;
	return 1.5 * Math.log2(height) ** 2 + Math.max(0, width / height - 1.1);
}
