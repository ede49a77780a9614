import * as v from "valibot";
import { DEFAULT_MODEL, MODELS } from "./models/catalogue.ts";
import { UserError, untranslated, userError } from "./user-error.ts";

/** Raised with every change that makes files of before unreadable. */
const FILE_VERSION = 1;

const yesOrNo = (name: string, fallback: boolean) =>
	v.optional(v.boolean(untranslated("error.settings.yesOrNo", { name })), fallback);

const number = (name: string, from: number, to: number, fallback: number) => {
	const sentence = untranslated("error.settings.number", { name, from, to });
	return v.optional(
		v.pipe(v.number(sentence), v.minValue(from, sentence), v.maxValue(to, sentence)),
		fallback,
	);
};

const oneOf = <const T extends readonly string[]>(name: string, values: T, fallback: T[number]) =>
	v.optional(
		v.picklist(values, untranslated("error.settings.oneOf", { name, values: values.join(", ") })),
		fallback,
	);

const group = <T extends v.ObjectEntries>(name: string, entries: T) =>
	v.optional(v.object(entries, untranslated("error.settings.group", { name })), {} as never);

/** What a person can set. Everything that is missing has its usual value. */
const Settings = v.object(
	{
		/** Id of the model that reads. */
		model: v.optional(v.string(untranslated("error.settings.model")), DEFAULT_MODEL),
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
			/** Whether the number has what stands between its digits, or is digits only. */
			separators: yesOrNo("panel.separators", true),
			/** Below this probability a digit is marked as doubtful. */
			doubtBelow: number("panel.doubtBelow", 0.5, 0.99, 0.9),
		}),
		history: group("history", {
			/** Whether readings of pages are kept. */
			keep: yesOrNo("history.keep", true),
			/** Whether drawings of the popup are kept among them. */
			drawings: yesOrNo("history.drawings", false),
		}),
		corrections: group("corrections", {
			/** Whether the glyphs of digits that a person has put right are kept. */
			keep: yesOrNo("corrections.keep", true),
		}),
	},
	untranslated("error.settings.missing"),
);

const SettingsFile = v.object(
	{
		program: v.literal("digit-lens", untranslated("error.settings.foreign")),
		version: v.literal(FILE_VERSION, untranslated("error.settings.version")),
		settings: Settings,
	},
	untranslated("error.settings.foreign"),
);

export type Settings = v.InferOutput<typeof Settings>;
export type PadSettings = Settings["pad"];
export type PanelSettings = Settings["panel"];

export const DEFAULT_SETTINGS: Settings = v.parse(Settings, {});

/**
 * Settings as they were stored, whenever that was: each that is missing or broken has its usual value, the others stay.
 * Where nobody can tell any more whether readings or corrections may be kept, they are not.
 */
export function mendSettings(stored: unknown): Settings {
	if (stored === undefined || stored === null) return DEFAULT_SETTINGS;
	const { history, corrections } = isObject(stored) ? stored : { history: null, corrections: null };
	const mended = mend(Settings, stored);
	return {
		...mended,
		history: { ...mended.history, keep: mayKeep(history) },
		corrections: { keep: mayKeep(corrections) },
	};
}

function mayKeep(group: unknown): boolean {
	return group === undefined || (isObject(group) && group.keep === true);
}

/** Every entry of an object for itself: what the schema has for nothing stands for what it refuses. */
function mend<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
	const inner = "wrapped" in schema ? (schema.wrapped as v.GenericSchema) : schema;
	if (!("entries" in inner)) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? parsed.output : v.parse(schema, undefined);
	}
	const entries = Object.entries(inner.entries as Record<string, v.GenericSchema>);
	const fields = isObject(value) ? value : {};
	return Object.fromEntries(entries.map(([name, entry]) => [name, mend(entry, fields[name])])) as T;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A file with these settings. */
export function writeSettings(settings: Settings): string {
	return `${JSON.stringify({ program: "digit-lens", version: FILE_VERSION, settings }, null, "\t")}\n`;
}

/** The ids of the models of the package. */
const PACKAGED: ReadonlySet<string> = new Set(MODELS.map(({ id }) => id));

/**
 * The settings in a file that `writeSettings` wrote, perhaps changed by hand since. Throws a UserError at what is wrong,
 * but for a model that is not among `models`: the usual one takes its place, and `onForeignModel` is told its name.
 */
export function readSettings(
	file: string,
	{ models = PACKAGED, onForeignModel = () => {} }: FileOptions = {},
): Settings {
	let content: unknown;
	try {
		content = JSON.parse(file);
	} catch {
		throw userError("error.settings.notJson");
	}
	const parsed = v.safeParse(SettingsFile, content);
	if (!parsed.success) throw new UserError(parsed.issues[0].message);
	const { settings } = parsed.output;
	if (models.has(settings.model)) return settings;
	onForeignModel(settings.model);
	return { ...settings, model: DEFAULT_MODEL };
}

interface FileOptions {
	readonly models?: ReadonlySet<string>;
	readonly onForeignModel?: (model: string) => void;
}
