import type { InputConvention } from "./input.ts";

/** A model that somebody imported, without its network: what lists show. Small, for it is read with every page. */
export interface OwnModel {
	/** Begins with `OWN`. */
	readonly id: string;
	readonly name: string;
	/** Of the file that it came from, as people name it. */
	readonly format: string;
	/** Whether the file said nothing of the network. */
	readonly guessed: boolean;
	/** Bytes of its weights. */
	readonly bytes: number;
	/** How digits go in. */
	readonly input: InputConvention;
	/** How many of how many known digits it read right for each way in which they may go in, the best first. */
	readonly attempts: readonly {
		readonly convention: InputConvention;
		readonly digits: number;
		readonly right: number;
	}[];
}

/** The id of an imported model begins with this; no model of the package does. */
const OWN = "own-";

export const isOwn = (id: string): boolean => id.startsWith(OWN);

/** An id that no other model has. */
export const newOwnId = (): string => `${OWN}${crypto.randomUUID()}`;

/** Below this share of known digits something is wrong with a model, or with how digits go in. */
const WEAK = 0.85;

/** How a model reads known digits when they go in as `input` says, and whether that is too little. */
export function checkOf({ attempts, input }: Pick<OwnModel, "attempts" | "input">): {
	readonly share: number;
	readonly weak: boolean;
} {
	const same = (way: InputConvention) =>
		way.range === input.range && way.inverted === input.inverted && way.fit === input.fit;
	const attempt = attempts.find(({ convention }) => same(convention));
	const share = attempt ? attempt.right / attempt.digits : 0;
	return { share, weak: share < WEAK };
}
