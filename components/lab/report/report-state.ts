import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Mistake } from "../../../lib/models/card.ts";

/** A cell of the confusion matrix: what a digit was, and what it was read as. */
export interface Cell {
	readonly truth: number;
	readonly answer: number;
}

/** Mistakes shown while no cell is chosen: enough to see what kind they are. */
const SHOWN = 30;

export type ReportState = ReturnType<typeof createReportState>;

/** What is looked at in a report: the matrix in counts or percent, and the mistakes of one of its cells. */
export function createReportState(all: ReadonlySignal<readonly Mistake[]>) {
	const cell = signal<Cell | null>(null);
	return {
		cell,
		/** Show the confusion matrix in percent of each row instead of counts. */
		inPercent: signal(false),
		/** All mistakes of the chosen cell; without one the most confident. Most confident first. */
		mistakes: computed<readonly Mistake[]>(() => {
			const only = cell.value;
			return only
				? all.value.filter(({ truth, answer }) => truth === only.truth && answer === only.answer)
				: all.value.slice(0, SHOWN);
		}),
		/** Chooses a cell, or none when it is chosen already. */
		toggleCell(next: Cell): void {
			const now = cell.value;
			cell.value = now?.truth === next.truth && now.answer === next.answer ? null : next;
		},
	};
}
