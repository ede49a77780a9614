import { computed, signal } from "@preact/signals";
import type { ViewId } from "../views.ts";

/** What the tour points at, in its order: the name of a part of the page, and the view that it is in. */
export const STOPS = [
	{ id: "write", view: "inside", part: "lens" },
	{ id: "why", view: "inside", part: "why" },
	{ id: "vary", view: "inside", part: "vary" },
	{ id: "layers", view: "inside", part: "layers" },
	{ id: "model", view: "model", part: "training" },
	{ id: "evaluate", view: "evaluate", part: "evaluate" },
] as const satisfies readonly { readonly id: string; readonly view: ViewId; readonly part: string }[];

export type Stop = (typeof STOPS)[number];

interface TourEffects {
	/** Whether it was offered before. */
	readonly known: boolean;
	/** Remembers that it was. */
	readonly remember: () => void;
	readonly show: (view: ViewId) => void;
}

export type TourState = ReturnType<typeof createTour>;

/** A walk through the lab in six steps, offered once, without the looks. */
export function createTour({ known, remember, show }: TourEffects) {
	const offered = signal(!known);
	const at = signal<number | null>(null);

	function goTo(next: number): void {
		offered.value = false;
		remember();
		at.value = next < STOPS.length ? next : null;
		if (at.value !== null) show(STOPS[at.value].view);
	}

	return {
		/** Whether somebody who is new is asked. */
		offered,
		/** Where the tour is, from 0; null while nobody takes it. */
		at,
		stop: computed<Stop | null>(() => (at.value === null ? null : STOPS[at.value])),
		begin: () => goTo(0),
		next: () => goTo((at.value ?? -1) + 1),
		back: () => goTo(Math.max(0, (at.value ?? 0) - 1)),
		/** Ends it, or the offer. */
		end: () => goTo(STOPS.length),
	};
}
