import { t } from "./language.ts";

/** What is still to be said, and to be read on buttons, by a script in a page whose extension is gone. */
const LAST_WORDS = [
	"clear",
	"close",
	"fieldPad.name",
	"insert",
	"language",
	"panel.closeKeys",
	"panel.name",
	"picker.changeRegion",
	"picker.noAnswer",
	"picker.notCorrected",
	"picker.nothing",
	"reading.busy",
	"region.select",
	"undo",
] as const;

/** Asks for these words while there are any: an update, or who switches the extension off, takes them away. */
export function learnLastWords(): void {
	for (const key of LAST_WORDS) t(key);
}
