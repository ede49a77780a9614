import { type Crossing, crossingOf, lengthOf, type Rule } from "./rule.ts";

/** An upright meets a level when no more than this share of the shorter one is missing above or below it, and beside it. */
const SLACK = 0.06;
const SLACK_BESIDE = 0.2;

/** Where an upright meets a level. */
export interface Meeting extends Crossing {
	readonly level: Rule;
}

/** Where two rules meet; null where they do not, their thickness and what a hand leaves open at corners aside. */
export function meetingOf(level: Rule, upright: Rule): Meeting | null {
	const crossing = crossingOf(level, upright);
	const shorter = Math.min(lengthOf(level), lengthOf(upright));
	const slack = 1 + Math.max(level.thickness, upright.thickness) + SLACK * shorter;
	const slackBeside = slack + (SLACK_BESIDE - SLACK) * shorter;
	return crossing.above <= slack && crossing.beside <= slackBeside ? { ...crossing, level } : null;
}
