import * as v from "valibot";
import { DEFAULT_MODEL } from "./models/catalogue.ts";
import type { Outcome } from "./protocol.ts";

/** Raised with every change that makes files of before unreadable. */
const FILE_VERSION = 1;

const yesOrNo = (name: string, fallback: boolean) =>
	v.optional(v.boolean(`“${name}” must be true or false.`), fallback);

const number = (name: string, from: number, to: number, fallback: number) => {
	const sentence = `“${name}” must be a number from ${from} to ${to}.`;
	return v.optional(
		v.pipe(v.number(sentence), v.minValue(from, sentence), v.maxValue(to, sentence)),
		fallback,
	);
};

const oneOf = <const T extends readonly string[]>(name: string, values: T, fallback: T[number]) =>
	v.optional(v.picklist(values, `“${name}” must be one of: ${values.join(", ")}.`), fallback);

const group = <T extends v.ObjectEntries>(name: string, entries: T) =>
	v.optional(v.object(entries, `“${name}” must be a group of settings.`), {} as never);

/** What a person can set. Everything that is missing has its usual value. */
const Settings = v.object(
	{
		/** Id of the model that reads. */
		model: v.optional(v.string("“model” must be the name of a model."), DEFAULT_MODEL),
		pad: group("pad", {
			/** Width of the pen at middling pressure, CSS pixels. */
			penWidth: number("pad.penWidth", 3, 14, 7),
			/** Whether a pen's pressure widens its line. */
			pressure: yesOrNo("pad.pressure", true),
			/** Whether the tools lie where a left hand does not cover the drawing. */
			leftHanded: yesOrNo("pad.leftHanded", false),
			/** Seconds without the pen after which the pad is cleared; 0 for never. */
			clearAfter: number("pad.clearAfter", 0, 60, 0),
			/** Whether the reading follows the pen, or comes when it is lifted. */
			live: yesOrNo("pad.live", true),
		}),
		panel: group("panel", {
			/** Beside what was read, or in a corner of the window. */
			position: oneOf("panel.position", ["beside", "corner"], "beside"),
			/** Whether every number that is read in a page is copied at once. */
			autoCopy: yesOrNo("panel.autoCopy", false),
			/** Below this probability a digit is marked as doubtful. */
			doubtBelow: number("panel.doubtBelow", 0.5, 0.99, 0.9),
		}),
		history: group("history", {
			/** Whether readings of pages are kept. */
			keep: yesOrNo("history.keep", true),
		}),
	},
	"The settings are missing.",
);

const SettingsFile = v.object(
	{
		program: v.literal("digit-lens", "This file was not written by Digit Lens."),
		version: v.literal(
			FILE_VERSION,
			"This file is from another version of Digit Lens, which wrote its settings otherwise.",
		),
		settings: Settings,
	},
	"This file was not written by Digit Lens.",
);

export type Settings = v.InferOutput<typeof Settings>;
export type PadSettings = Settings["pad"];
export type PanelSettings = Settings["panel"];

export const DEFAULT_SETTINGS: Settings = v.parse(Settings, {});

/** Settings as they were stored, whenever that was; what is missing or broken has its usual value. */
export function mendSettings(stored: unknown): Settings {
	const mended = v.safeParse(Settings, stored);
	return mended.success ? mended.output : DEFAULT_SETTINGS;
}

/** A file with these settings. */
export function writeSettings(settings: Settings): string {
	return `${JSON.stringify({ program: "digit-lens", version: FILE_VERSION, settings }, null, "\t")}\n`;
}

/** The settings in a file that `writeSettings` wrote, perhaps changed by hand since; or what is wrong with it. */
export function readSettings(file: string): Outcome<Settings> {
	let content: unknown;
	try {
		content = JSON.parse(file);
	} catch {
		return { ok: false, sentence: "This file has no settings: it is not JSON, or was cut off." };
	}
	const parsed = v.safeParse(SettingsFile, content);
	if (parsed.success) return { ok: true, value: parsed.output.settings };
	return { ok: false, sentence: parsed.issues[0].message };
}
