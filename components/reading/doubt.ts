import { signal } from "@preact/signals";
import { DEFAULT_SETTINGS } from "../../lib/settings.ts";

/** Below this calibrated probability a digit is worth a second look. The same everywhere, as the person set it. */
export const doubtBelow = signal(DEFAULT_SETTINGS.panel.doubtBelow);

export const isDoubtful = (confidence: number): boolean => confidence < doubtBelow.value;
