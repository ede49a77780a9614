/** What there is to tell while an epoch runs. */
export interface Standing {
	readonly epoch: number;
	readonly epochs: number;
	/** Share of this epoch that is done, 0..1. */
	readonly share: number;
	readonly loss: number;
	readonly accuracy: number;
	readonly secondsLeft: number;
}

const BAR_WIDTH = 24;
const PLAIN_LINE_MS = 30_000;

/** "2:05:09", "5:09". */
function clock(seconds: number): string {
	const whole = Math.round(seconds);
	const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	const pad = (value: number) => String(value).padStart(2, "0");
	return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

function describeStanding({ epoch, epochs, share, loss, accuracy, secondsLeft }: Standing): string {
	const done = Math.round(share * BAR_WIDTH);
	const bar = "█".repeat(done) + "░".repeat(BAR_WIDTH - done);
	const figures = `loss ${loss.toFixed(4)}  accuracy ${(100 * accuracy).toFixed(2)} %`;
	return `epoch ${epoch}/${epochs} ${bar} ${figures}  ${clock(secondsLeft)} left`;
}

/** Shows how a training stands: a bar that moves on a terminal, else a line every half minute. */
export class Progress {
	#lastLine = 0;
	readonly #out: NodeJS.WriteStream;

	constructor(out: NodeJS.WriteStream = process.stdout) {
		this.#out = out;
	}

	show(standing: Standing): void {
		if (this.#out.isTTY) this.#out.write(`\r\x1b[K${describeStanding(standing)}`);
		else if (Date.now() - this.#lastLine >= PLAIN_LINE_MS) {
			this.#out.write(`${describeStanding(standing)}\n`);
			this.#lastLine = Date.now();
		}
	}

	/** A line that stays. */
	say(line: string): void {
		this.#out.write(this.#out.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
	}
}
