import type { History } from "../history.ts";
import type { InkHistory } from "../ink/history.ts";
import type { PictureReading } from "../protocol.ts";
import type { Reading } from "../reading/reading.ts";
import { stored } from "./stored.ts";

// The popup closes at every click elsewhere; what is in it stays until the browser is closed.

/** A pad as it is stored. */
export interface SavedPad {
	readonly ink: InkHistory;
	readonly reading: Reading | null;
}

export const savedPad = stored<SavedPad | null>("session:pad", null);

/** The pixel grid, each state as `encodeGlyph` writes it. */
export const savedPixels = stored<History<string> | null>("session:pixels", null);

/** A picture with what was read in it. */
export interface SavedPicture {
	readonly picture: OpenedPicture;
	readonly result: PictureReading;
}

/** A picture that was pasted, dropped or chosen. */
export interface OpenedPicture {
	/** The whole file as a `data:` address. */
	readonly url: string;
	/** Name of the file; empty for one without. */
	readonly name: string;
}

/** Browsers keep 10 MB for a session; a larger picture than this is gone when the popup closes. Characters. */
const LARGEST = 5e6;

export const savedPicture = stored<SavedPicture | null>("session:picture", null);

/** Saves a picture, or forgets the last one where this one is too large. */
export function savePicture(saved: SavedPicture | null): Promise<void> {
	return savedPicture.setValue(saved && saved.picture.url.length <= LARGEST ? saved : null);
}

/** What the popup shows above the reading. */
export type Surface = "ink" | "pixels" | "picture";

export const savedSurface = stored<Surface>("session:surface", "ink");
