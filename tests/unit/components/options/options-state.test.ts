import { effect, signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createOptionsState } from "../../../../components/options/options-state.ts";
import { DEFAULT_SETTINGS, type Settings, writeSettings } from "../../../../lib/settings.ts";

const MINE: Settings = { ...DEFAULT_SETTINGS, model: "dense-512", history: { keep: false, drawings: false } };

function setUp() {
	const settings = signal(MINE);
	const files: { name: string; content: string }[] = [];
	const options = createOptionsState({
		settings,
		change: async (how) => {
			settings.value = how(settings.value);
		},
		saveFile: (content, name) => files.push({ name, content }),
	});
	return { options, settings, files };
}

test("one setting changes and the others stay", async () => {
	const { options, settings } = setUp();
	await options.set("pad", { penWidth: 11 });
	expect(settings.value).toEqual({ ...MINE, pad: { ...MINE.pad, penWidth: 11 } });
});

test("a reset can be undone, until something else is set", async () => {
	const { options, settings } = setUp();
	await options.reset();
	expect(settings.value).toEqual(DEFAULT_SETTINGS);
	await options.undo();
	expect(settings.value).toEqual(MINE);
	await options.reset();
	await options.set("pad", { live: false });
	expect(options.replaced.value).toBeNull();
});

test("what was saved to a file can be loaded again, and that can be undone", async () => {
	const { options, settings, files } = setUp();
	options.saveToFile();
	await options.reset();
	await options.loadFile(new Blob([files[0]!.content]));
	expect(settings.value).toEqual(MINE);
	await options.undo();
	expect(settings.value).toEqual(DEFAULT_SETTINGS);
});

test("a file that cannot be taken changes nothing and says why, until one can", async () => {
	const { options, settings } = setUp();
	await options.loadFile(new Blob(["{}"]));
	expect(options.trouble.value).toContain("not written by Digit Lens");
	expect(settings.value).toEqual(MINE);
	expect(options.replaced.value).toBeNull();
	await options.loadFile(new Blob([writeSettings(DEFAULT_SETTINGS)]));
	expect(options.trouble.value).toBeNull();
	expect(settings.value).toEqual(DEFAULT_SETTINGS);
});

test("a file that names a model that is not here brings the other settings, and says so", async () => {
	const { options, settings } = setUp();
	const foreign = { ...DEFAULT_SETTINGS, model: "../../evil", history: { keep: false, drawings: false } };
	await options.loadFile(new Blob([writeSettings(foreign)]));
	expect(settings.value).toEqual({ ...foreign, model: DEFAULT_SETTINGS.model });
	expect(options.replaced.value?.sentence).toContain("There is no model “../../evil” here");
});

test("a change that a full store refuses is told, and every field shows again what holds", async () => {
	let isFull = true;
	const settings = signal(MINE);
	const options = createOptionsState({
		settings,
		change: async (how) => {
			if (isFull) throw new Error("QUOTA_BYTES quota exceeded");
			settings.value = how(settings.value);
		},
		saveFile: () => {},
	});
	let shown = 0;
	effect(() => {
		if (options.settings.value) shown++;
	});
	for (const change of [
		() => options.set("history", { keep: true }),
		() => options.chooseModel("cnn-3x32"),
		() => options.reset(),
	]) {
		const before = shown;
		await change();
		expect(options.unsaved.value).toContain("not kept");
		expect(options.settings.value).toEqual(MINE);
		expect(shown).toBeGreaterThan(before);
		expect(options.replaced.value).toBeNull();
	}
	isFull = false;
	await options.chooseModel("cnn-3x32");
	expect([options.unsaved.value, options.settings.value.model]).toEqual([null, "cnn-3x32"]);
});

test("a file that is gone, or far too large for settings, is refused with a sentence", async () => {
	const { options, settings } = setUp();
	const gone = Object.assign(new Blob(["{}"]), { text: () => Promise.reject(new Error("NotFoundError")) });
	await options.loadFile(gone);
	expect(options.trouble.value).toContain("could not be read");
	await options.loadFile(new Blob([writeSettings(DEFAULT_SETTINGS), " ".repeat(2e6)]));
	expect(options.trouble.value).toContain("not written by Digit Lens");
	expect(settings.value).toEqual(MINE);
});
