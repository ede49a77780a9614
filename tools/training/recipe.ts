import type { Network } from "../../lib/models/network.ts";
import type { Precision } from "../../lib/models/quantisation.ts";
import type { DigitSet } from "../data/digit-set.ts";
import type { RefusalDigits } from "./decision.ts";
import type { Initialiser } from "./initialisers.ts";
import type { Loss } from "./objective.ts";
import type { OptimizerSpec } from "./optimizers.ts";
import type { Schedule } from "./schedules.ts";
import type { OpenSource } from "./source.ts";

/** All that decides a training, but the seed. */
export interface Recipe {
	readonly network: Network;
	/** In words: where it comes from, and in what it departs from there. For the card. */
	readonly description: string;
	readonly source: OpenSource;
	/** Names of the sets it draws on, so that it is not measured on what it has seen. */
	readonly trainedOn: readonly string[];
	/** Pictures of the network's input size that the best epoch is picked by; labels as in the source. */
	readonly validation: () => Promise<DigitSet>;
	/** Digits that trained nothing, to fit the refusal on; for networks with refusal classes. */
	readonly refusal?: () => Promise<readonly RefusalDigits[]>;
	/** How the weights start: at random, or as those of a model of the package, weight by weight in order. */
	readonly initialiser: Initialiser | { readonly model: string };
	readonly optimizer: OptimizerSpec;
	readonly learningRate: number;
	readonly schedule: Schedule;
	readonly batchSize: number;
	readonly epochs: number;
	/** Cross-entropy where nothing is said. */
	readonly loss?: Loss;
	/** Share of the true class that is spread over all classes. */
	readonly labelSmoothing: number;
	/** Decay of the moving average of the weights that is validated and kept; 0 keeps the weights themselves. */
	readonly averaging: number;
	/**
	 * Which weights are kept: those of the epoch that validates best, or the mean of these and the last epoch's
	 * (weights along one training average well: Izmailov et al. 2018), and of those that a model went on from (it
	 * forgets less of what it could: Wortsman et al. 2022); or the last epoch's, where what is validated on changed on
	 * the way.
	 */
	readonly keep: "best" | "mean of best and last" | "mean of start, best and last" | "last";
	/** The coarsest way to store the kernels in the package; a finer one is taken where it costs accuracy. */
	readonly coarsestPrecision: Precision;
}
