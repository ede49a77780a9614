import type { Box } from "../../../lib/geometry.ts";
import type { Picture } from "../../../lib/protocol.ts";

/** A picture of something on the page, and where it stands. */
export interface Subject {
	readonly picture: Picture;
	/** Where the whole of the picture stands now, in CSS pixels of the main viewport. */
	readonly place: () => Box;
	/** True when it is taken from the screen, on which nothing of ours must be seen then. */
	readonly fromScreen: boolean;
	/** What the person should know about where the pixels come from. */
	readonly note?: string;
}

/** One way to get the pixels of an element; null where it does not work. */
export type Source = (element: Element) => Promise<Subject | null>;
