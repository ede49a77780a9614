import { storage } from "wxt/utils/storage";
import type { InkHistory } from "../ink/history.ts";
import type { Reading } from "../reading.ts";

/** A pad as it is stored. */
export interface SavedPad {
	readonly ink: InkHistory;
	readonly reading: Reading | null;
}

/** The drawing in the popup, which closes at every click elsewhere; it stays until the browser is closed. */
export const savedPad = storage.defineItem<SavedPad | null>("session:pad", { fallback: null });
