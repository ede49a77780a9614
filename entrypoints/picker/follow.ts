import type { Where } from "../../lib/browser/frame-talk.ts";
import type { Box } from "../../lib/geometry.ts";
import type { Session } from "./session.ts";
import { viewport } from "./viewport.ts";

/** Tells where something is while the page scrolls or changes its size, until the signal is aborted. */
export function follow(
	place: () => Box,
	{ signal }: Pick<Session, "signal">,
	tell: (where: Where) => void,
): { where(): Where; update(): void } {
	const where = () => ({ place: place(), viewport: viewport() });
	const update = () => tell(where());
	addEventListener("scroll", update, { capture: true, passive: true, signal });
	addEventListener("resize", update, { passive: true, signal });
	return { where, update };
}
