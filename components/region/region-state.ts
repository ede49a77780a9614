import { signal } from "@preact/signals";
import type { Box, Size } from "../../lib/geometry.ts";
import { digitsExpected } from "../../lib/reading/expected-digits.ts";
import { between, type Handle, LEAST, moved, resized } from "./rectangle.ts";

/** A pointer that moved less than this did not drag, in CSS pixels. */
const STILL = 4;

type Grip =
	| { readonly kind: "new" }
	| { readonly kind: "move"; readonly box: Box }
	| { readonly kind: "resize"; readonly box: Box; readonly handle: Handle };

export interface RegionEffects {
	/** The viewport in CSS pixels. */
	readonly bounds: () => Size;
	/** The box of the element at a point, or null where there is none worth reading. */
	readonly boxAt: (x: number, y: number) => Box | null;
	/** The person settled on a rectangle, and may expect so many digits of each number in it. */
	readonly onRegion: (region: Box, digits?: number) => void;
	/** The person clicked on an element. */
	readonly onElement: (x: number, y: number) => void;
	/** A rectangle to begin with. */
	readonly initial?: Box;
	/** How many digits were expected last. */
	readonly digits?: number;
}

export type RegionState = ReturnType<typeof createRegionState>;

/** The selection of a rectangle without its looks: by dragging (done on release), by click, or by keyboard. */
export function createRegionState({ bounds, boxAt, onRegion, onElement, initial, digits }: RegionEffects) {
	const region = signal<Box | null>(initial ?? null);
	/** The element that a click would choose. */
	const hovered = signal<Box | null>(null);
	/** True while a rectangle is there that only has to be confirmed. */
	const waiting = signal(initial !== undefined);
	/** How many digits are expected, as the person writes it. */
	const expected = signal(digits === undefined ? "" : String(digits));
	let grip: Grip | null = null;
	let from: readonly [number, number] = [0, 0];
	let last = from;

	/** Keys need a rectangle to begin with: the hovered element, else a third of the viewport in its middle. */
	function current(): Box {
		const { width, height } = bounds();
		return (
			region.value ?? hovered.value ?? { x: width / 3, y: height / 3, width: width / 3, height: height / 3 }
		);
	}

	const settle = (box: Box) => onRegion(box, digitsExpected(expected.value));

	return {
		region,
		hovered,
		waiting,
		expected,

		/** The pointer went down: on the rectangle, on one of its handles, or beside it. */
		press(x: number, y: number, on: "inside" | Handle | "outside"): void {
			from = last = [x, y];
			const box = region.value;
			if (!box || on === "outside") {
				grip = { kind: "new" };
				region.value = null;
				waiting.value = false;
			} else grip = on === "inside" ? { kind: "move", box } : { kind: "resize", box, handle: on };
		},
		/** The pointer moved; `hold` (the space bar) moves a rectangle that is being drawn. */
		drag(x: number, y: number, hold = false): void {
			if (!grip) {
				hovered.value = region.value ? null : boxAt(x, y);
				return;
			}
			const dx = x - from[0];
			const dy = y - from[1];
			if (grip.kind === "move") region.value = moved(grip.box, dx, dy, bounds());
			else if (grip.kind === "resize") region.value = resized(grip.box, grip.handle, dx, dy, bounds());
			else {
				if (hold) from = [from[0] + x - last[0], from[1] + y - last[1]];
				if (hold || Math.hypot(dx, dy) >= STILL) {
					hovered.value = null;
					region.value = between(from, [x, y], bounds());
				}
			}
			last = [x, y];
		},
		/** The pointer went up: a new rectangle is done, a click chooses the element, a changed one waits. */
		release(x: number, y: number): void {
			const was = grip;
			grip = null;
			if (was?.kind !== "new") return;
			const box = region.value;
			if (!box) onElement(x, y);
			else if (box.width >= LEAST && box.height >= LEAST) settle(box);
			else region.value = null;
		},
		/** What a click would choose is known later than it was asked for. */
		hover(box: Box | null): void {
			if (!grip && !region.value) hovered.value = box;
		},
		/** The system took the pointer away: what there is of a rectangle waits. */
		cancel(): void {
			grip = null;
			waiting.value = region.value !== null;
		},
		move(dx: number, dy: number): void {
			region.value = region.value ? moved(region.value, dx, dy, bounds()) : current();
			waiting.value = true;
		},
		resize(dx: number, dy: number): void {
			region.value = resized(current(), { x: 1, y: 1 }, dx, dy, bounds());
			waiting.value = true;
		},
		confirm(): void {
			if (region.value) settle(region.value);
		},
	};
}
