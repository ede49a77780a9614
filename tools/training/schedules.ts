/** How the learning rate changes over a training, as data. */
export type Schedule =
	| { readonly kind: "constant" }
	/** Times `factor` after every `every` epochs. */
	| { readonly kind: "step"; readonly every: number; readonly factor: number }
	/** Linear from 0 during `warmup` epochs, then half a cosine down to 0 (Loshchilov & Hutter 2017). */
	| { readonly kind: "cosine"; readonly warmup: number }
	/** Half a cosine up from rate / 25 for the share `rise` of all epochs, then down to nothing (Smith 2018). */
	| { readonly kind: "one-cycle"; readonly rise: number }
	/** One cycle after the other, each so many epochs long and up to the share `top` of the rate. */
	| {
			readonly kind: "cycles";
			readonly rise: number;
			readonly cycles: readonly { readonly epochs: number; readonly top: number }[];
	  };

const halfCosine = (share: number) => (1 + Math.cos(Math.PI * share)) / 2;

function oneCycle(rise: number, epoch: number, epochs: number): number {
	const top = rise * epochs;
	if (epoch < top) return 1 / 25 + (24 / 25) * halfCosine(1 - epoch / top);
	return halfCosine((epoch - top) / (epochs - top));
}

/** The share of the base rate after `epoch` epochs (fractions count) of `epochs`. */
export function rateFactor(schedule: Schedule, epoch: number, epochs: number): number {
	switch (schedule.kind) {
		case "constant":
			return 1;
		case "step":
			return schedule.factor ** Math.floor(epoch / schedule.every);
		case "cosine":
			if (epoch < schedule.warmup) return epoch / schedule.warmup;
			return halfCosine((epoch - schedule.warmup) / (epochs - schedule.warmup));
		case "one-cycle":
			return oneCycle(schedule.rise, epoch, epochs);
		case "cycles": {
			let from = 0;
			for (const { epochs: length, top } of schedule.cycles) {
				if (epoch < from + length) return top * oneCycle(schedule.rise, epoch - from, length);
				from += length;
			}
			return 0;
		}
	}
}
