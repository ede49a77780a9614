import type { Point } from "../../lib/geometry.ts";

export interface PenHandlers {
	/** How many units the element is wide; one for each CSS pixel where it is left out. */
	readonly across?: number | undefined;
	/** New samples, in units from the element's top left corner. */
	readonly onPoints: (points: readonly Point[]) => void;
	readonly onLift: () => void;
	readonly onCancel: () => void;
}

/** So long after a pen was last near, what touches is the hand that holds it. Milliseconds. */
const PALM_AFTER_PEN = 2000;

/**
 * Turns pointer events on an element into strokes, for mouse, touch and pen alike; one pointer at a time, so
 * that a resting palm does not draw, and a pen before any finger, since palms rest before pens write. The element needs
 * `touch-action: none`.
 *
 * @returns a function that takes all listeners away
 */
export function listenToPen(element: HTMLElement, handlers: PenHandlers): () => void {
	const { onPoints, onLift, onCancel, across } = handlers;
	const listeners = new AbortController();
	// Chrome tells of every move at once by this name, and holds `pointermove` back until a frame is due.
	const move = "onpointerrawupdate" in window ? "pointerrawupdate" : "pointermove";
	let pointer: number | undefined;
	let isTouch = false;
	let penSeen = Number.NEGATIVE_INFINITY;

	function on(type: string, handle: (event: PointerEvent) => void): void {
		const listen = (event: PointerEvent) => {
			if (event.pointerType === "pen") penSeen = event.timeStamp;
			handle(event);
		};
		element.addEventListener(type, (event) => listen(event as PointerEvent), { signal: listeners.signal });
	}

	on("pointerdown", (event) => {
		if (event.button !== 0) return;
		if (event.pointerType === "touch" && event.timeStamp - penSeen < PALM_AFTER_PEN) return;
		if (event.pointerType === "pen" && isTouch && pointer !== undefined) {
			pointer = undefined;
			onCancel();
		}
		if (pointer !== undefined) return;
		pointer = event.pointerId;
		isTouch = event.pointerType === "touch";
		element.setPointerCapture(pointer);
		onPoints(samples([event], element, across));
	});
	on(move, (event) => {
		if (event.pointerId !== pointer) return;
		const between = event.getCoalescedEvents();
		onPoints(samples(between.length > 0 ? between : [event], element, across));
	});
	on("pointerup", (event) => {
		if (event.pointerId !== pointer) return;
		pointer = undefined;
		onLift();
	});
	on("pointercancel", (event) => {
		if (event.pointerId !== pointer) return;
		pointer = undefined;
		onCancel();
	});
	return () => listeners.abort();
}

function samples(events: readonly PointerEvent[], element: HTMLElement, across?: number): Point[] {
	const origin = element.getBoundingClientRect();
	const unit = across === undefined ? 1 : across / element.clientWidth;
	return events.map((event) => {
		const x = hundredths((event.clientX - origin.left) * unit);
		const y = hundredths((event.clientY - origin.top) * unit);
		// A mouse always reports 0.5 and a finger what its driver likes: only a pen's pressure is meant.
		return event.pointerType === "pen" ? [x, y, hundredths(event.pressure)] : [x, y];
	});
}

/** Finer than any pen measures, and it keeps stored and sent ink short. */
function hundredths(value: number): number {
	return Math.round(value * 100) / 100;
}
