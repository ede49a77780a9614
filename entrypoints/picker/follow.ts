import { type ReadonlySignal, signal } from "@preact/signals";
import type { Box } from "../../lib/geometry.ts";
import type { Stay } from "./stay.ts";
import { viewport } from "./viewport.ts";

interface Where {
	readonly place: Box;
	readonly viewport: Box;
}

/** Where something is, kept up to date while the page scrolls or changes its size, until the stay ends. */
export function follow(
	place: () => Box,
	{ signal: ended }: Stay,
): { readonly where: ReadonlySignal<Where>; update(): void } {
	const now = () => ({ place: place(), viewport: viewport() });
	const where = signal(now());
	const update = () => {
		where.value = now();
	};
	addEventListener("scroll", update, { capture: true, passive: true, signal: ended });
	addEventListener("resize", update, { passive: true, signal: ended });
	return { where, update };
}
