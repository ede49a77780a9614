import type { PageSettings } from "../../lib/protocol.ts";
import { DEFAULT_SETTINGS } from "../../lib/settings.ts";

// Stored settings are out of reach for scripts in pages, so the background sends them along with the task.
let current: PageSettings = DEFAULT_SETTINGS;

/** Lets everything in this page be as the person has set it. */
export function applySettings(settings: PageSettings): void {
	current = settings;
}

/** What the person has set for pads and panels. */
export const settingsNow = (): PageSettings => current;
