import type { EpochRecord } from "../../lib/models/card.ts";
import type { Weights } from "../../lib/models/network.ts";
import type { DigitSet } from "../data/digit-set.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { Learner } from "./learner.ts";
import { lossOf } from "./objective.ts";
import type { Progress } from "./progress.ts";
import type { Recipe } from "./recipe.ts";
import { rateFactor } from "./schedules.ts";
import type { SampleSource } from "./source.ts";
import { scoreOf } from "./validation.ts";

/** Sums over the part of an epoch that is done. */
interface Running {
	batches: number;
	samples: number;
	labels: number;
	loss: number;
	correct: number;
	seconds: number;
}

/** The state of a training besides its arrays. */
interface Facts {
	readonly seed: number;
	readonly steps: number;
	readonly running: Running;
	readonly history: readonly EpochRecord[];
}

/** What a training leaves behind. */
export interface TrainingResult {
	readonly weights: Weights;
	readonly history: readonly EpochRecord[];
	/** The epoch that validated best, from 1; the last where that is kept. */
	readonly bestEpoch: number;
}

export interface TrainerOptions {
	readonly recipe: Recipe;
	readonly epochs: number;
	readonly seed: number;
	/** The weights to begin with. */
	readonly start: Weights;
	/** Where the checkpoint is kept. */
	readonly checkpoint: string;
	readonly resume: boolean;
	readonly progress: Progress;
	/** Milliseconds between checkpoints within an epoch. */
	readonly checkpointEvery?: number;
}

const nothingYet = (): Running => ({ batches: 0, samples: 0, labels: 0, loss: 0, correct: 0, seconds: 0 });

/** Whether epoch `a` is better than `b`: by validation accuracy, then by loss. */
const isBetter = (a: EpochRecord, b: EpochRecord): boolean =>
	a.validation.accuracy > b.validation.accuracy ||
	(a.validation.accuracy === b.validation.accuracy && a.validation.loss < b.validation.loss);

const bestOf = (history: readonly EpochRecord[]): EpochRecord =>
	history.reduce((best, record) => (isBetter(record, best) ? record : best));

const BEST = "best:";

/** Trains as the recipe says and keeps the weights that it asks for. */
export class Trainer {
	readonly #options: TrainerOptions;
	readonly #learner: Learner;
	#history: EpochRecord[] = [];
	#running = nothingYet();
	#best: Weights = new Map();
	#savedAt = Date.now();

	constructor(options: TrainerOptions) {
		this.#options = options;
		this.#learner = new Learner(options.recipe, options.start, options.seed);
	}

	async run(): Promise<TrainingResult> {
		const { recipe, epochs, seed, resume } = this.#options;
		if (resume) await this.#load();
		const validation = await recipe.validation();
		const source = await recipe.source({ batchSize: recipe.batchSize, seed });
		try {
			while (this.#history.length < epochs) await this.#runEpoch(source, validation);
		} finally {
			await source.close();
		}
		const bestEpoch = recipe.keep === "last" ? this.#history.length : bestOf(this.#history).epoch;
		return { weights: this.#kept(), history: this.#history, bestEpoch };
	}

	#kept(): Weights {
		const { recipe, start } = this.#options;
		if (recipe.keep === "best") return this.#best;
		const last = this.#learner.weights;
		if (recipe.keep === "last") return last;
		const others = [last, ...(recipe.keep === "mean of start, best and last" ? [start] : [])];
		const mean = (name: string, best: Float32Array) =>
			best.map(
				(value, i) =>
					others.reduce((sum, weights) => sum + weights.get(name)![i], value) / (1 + others.length),
			);
		return new Map(Array.from(this.#best, ([name, best]) => [name, mean(name, best)]));
	}

	async #runEpoch(source: SampleSource, validation: DigitSet): Promise<void> {
		const { recipe, epochs, progress } = this.#options;
		const epoch = this.#history.length;
		const running = this.#running;
		let index = 0;
		for await (const batch of source.epoch(epoch)) {
			// After a resume, the batches before the checkpoint are made again only to be passed over.
			if (index++ < running.batches) continue;
			const started = performance.now();
			const share = running.samples / source.samplesPerEpoch;
			const rate = recipe.learningRate * rateFactor(recipe.schedule, epoch + share, recipe.epochs);
			const { loss, correct, counted } = this.#learner.learn(batch, rate);
			running.batches++;
			running.samples += batch.count;
			running.labels += counted;
			running.loss += loss * counted;
			running.correct += correct;
			running.seconds += (performance.now() - started) / 1000;
			const left = (epochs - epoch) * source.samplesPerEpoch - running.samples;
			progress.show({
				epoch: epoch + 1,
				epochs,
				share: running.samples / source.samplesPerEpoch,
				loss: running.loss / running.labels,
				accuracy: running.correct / running.labels,
				secondsLeft: (left * running.seconds) / running.samples,
			});
			if (Date.now() - this.#savedAt > (this.#options.checkpointEvery ?? 60_000)) await this.#save();
		}
		await this.#closeEpoch(epoch, validation);
	}

	async #closeEpoch(epoch: number, validation: DigitSet): Promise<void> {
		const { network, weights } = this.#learner;
		const { labels, loss, correct, seconds } = this.#running;
		const record: EpochRecord = {
			epoch: epoch + 1,
			training: { loss: loss / labels, accuracy: correct / labels },
			validation: scoreOf({ network, weights }, validation, lossOf({ loss: this.#options.recipe.loss })),
			seconds,
		};
		this.#history.push(record);
		this.#running = nothingYet();
		if (bestOf(this.#history) === record)
			this.#best = new Map(Array.from(weights, ([name, values]) => [name, values.slice()]));
		await this.#save();
		const { training, validation: score } = record;
		this.#options.progress.say(
			`epoch ${record.epoch}: loss ${training.loss.toFixed(4)}, accuracy ${(100 * training.accuracy).toFixed(2)} %; ` +
				`validation loss ${score.loss.toFixed(4)}, accuracy ${(100 * score.accuracy).toFixed(2)} % ` +
				`(${seconds.toFixed(0)} s)`,
		);
	}

	async #save(): Promise<void> {
		const best = Array.from(this.#best, ([name, values]) => [BEST + name, values] as const);
		await writeCheckpoint<Facts>(this.#options.checkpoint, {
			facts: {
				seed: this.#options.seed,
				steps: this.#learner.steps,
				running: this.#running,
				history: this.#history,
			},
			arrays: new Map([...this.#learner.snapshot(), ...best]),
		});
		this.#savedAt = Date.now();
	}

	async #load(): Promise<void> {
		const saved = await readCheckpoint<Facts>(this.#options.checkpoint);
		if (!saved) return;
		if (saved.facts.seed !== this.#options.seed)
			throw new Error(`The checkpoint is of seed ${saved.facts.seed}. Give --seed ${saved.facts.seed}.`);
		this.#learner.restore(saved.arrays, saved.facts.steps);
		this.#history = [...saved.facts.history];
		this.#running = { ...saved.facts.running };
		const best = Array.from(saved.arrays).filter(([name]) => name.startsWith(BEST));
		this.#best = new Map(best.map(([name, values]) => [name.slice(BEST.length), values]));
	}
}
