import { storage } from "wxt/utils/storage";
import type { History } from "../history.ts";
import type { InkHistory } from "../ink/history.ts";
import type { Reading } from "../reading.ts";

// The popup closes at every click elsewhere; what is in it stays until the browser is closed.

/** A pad as it is stored. */
export interface SavedPad {
	readonly ink: InkHistory;
	readonly reading: Reading | null;
}

export const savedPad = storage.defineItem<SavedPad | null>("session:pad", { fallback: null });

/** The pixel grid, each state as `encodeGlyph` writes it. */
export const savedPixels = storage.defineItem<History<string> | null>("session:pixels", { fallback: null });

/** What the popup is drawn on. */
export type Surface = "ink" | "pixels";

export const savedSurface = storage.defineItem<Surface>("session:surface", { fallback: "ink" });
