import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { createPopupState } from "../../../../components/popup/popup-state.ts";
import { shortcut } from "../../../../components/popup/shortcuts.ts";
import type { Outcome } from "../../../../lib/protocol.ts";
import { readingOf } from "../readings.ts";

const settle = () => new Promise((done) => setTimeout(done));

const PAST = { id: "a", at: 1, text: "42", title: "A page", picture: "" };

async function setUp({ region = { ok: true, value: null } as Outcome<null>, clipboardOpen = true } = {}) {
	const model = signal("a");
	const trouble = signal<string | null>(null);
	const record = {
		clipboard: "",
		files: [] as string[],
		pictures: [] as unknown[],
		closed: 0,
		readBy: [] as string[],
		surfaces: [] as string[],
	};
	const popup = createPopupState(
		{
			read: async () => {
				record.readBy.push(model.value);
				return { ok: true, value: readingOf("15\n72") };
			},
			sizeOf: async () => null,
			readWith: async () => ({ ok: true, value: readingOf("") }),
			now: () => 0,
			save: () => {},
			readGlyph: async () => ({ ok: true, value: readingOf("5") }),
			savePixels: () => {},
			saveSurface: (surface) => record.surfaces.push(surface),
			copyText: async (text) => {
				if (!clipboardOpen) throw new DOMException("no focus", "NotAllowedError");
				record.clipboard = text;
			},
			saveDrawing: async (_, _format, name) => void record.files.push(name),
			copyPicture: async (drawing) => {
				if (!clipboardOpen) throw new DOMException("no focus", "NotAllowedError");
				record.pictures.push(drawing);
			},
			readPicture: async () => ({
				ok: true,
				value: { reading: readingOf("38"), width: 200, height: 100, pastId: "" },
			}),
			loadPast: async () => signal([PAST]),
			savePicture: () => {},
			cutOut: async (url) => `${url}part`,
			openFile: async ({ name }) =>
				name === "notes.txt"
					? { ok: false, sentence: "This is no picture." }
					: { ok: true, value: "data:image/png," },
			selectRegion: async () => region,
			chooseModel: async (id) => {
				model.value = id;
			},
			close: () => record.closed++,
		},
		{
			model,
			models: signal([]),
			trouble,
			surface: "ink",
			doubtBelow: signal(0.9),
			keeps: signal(true),
			notice: null,
			regionKeys: "",
		},
	);
	popup.pad.draw([[1, 1]]);
	popup.pad.lift();
	await settle();
	return { popup, record, trouble };
}

const key = (name: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) => ({
	key: name,
	ctrlKey: false,
	metaKey: false,
	shiftKey: false,
	altKey: false,
	...held,
});

test("copies the whole number and says so for a while", async () => {
	const { popup, record } = await setUp();
	vi.useFakeTimers();
	await popup.copy();
	expect(record.clipboard).toBe("15\n72");
	expect(popup.copied.value).toBe(true);
	vi.runAllTimers();
	expect(popup.copied.value).toBe(false);
	vi.useRealTimers();
});

test("says when the browser does not let it copy", async () => {
	const { popup } = await setUp({ clipboardOpen: false });
	await popup.copy();
	expect(popup.copied.value).toBe(false);
	expect(popup.alert.value).toContain("refused to copy");
});

test("names the picture by what was read", async () => {
	const { popup, record } = await setUp();
	await popup.saveDrawing("png");
	expect(record.files).toEqual(["digit-lens-15-72.png"]);
});

test("makes way for the region selector, and stays to say why where it may not run", async () => {
	const open = await setUp();
	await open.popup.selectRegion();
	expect(open.record.closed).toBe(1);

	const shut = await setUp({ region: { ok: false, sentence: "This page belongs to the browser." } });
	await shut.popup.selectRegion();
	expect(shut.record.closed).toBe(0);
	expect(shut.popup.alert.value).toBe("This page belongs to the browser.");
	shut.popup.dismissAlert();
	expect(shut.popup.alert.value).toBeNull();
});

test("tells why another model reads until that is dismissed, and tells the next trouble again", async () => {
	const { popup, trouble } = await setUp();
	trouble.value = "The chosen model is broken.";
	expect(popup.alert.value).toBe("The chosen model is broken.");
	popup.dismissAlert();
	expect(popup.alert.value).toBeNull();
	trouble.value = "The other one is broken too.";
	expect(popup.alert.value).toBe("The other one is broken too.");
});

test("another model reads the same ink at once", async () => {
	const { popup, record } = await setUp();
	await popup.chooseModel("b");
	await settle();
	expect(record.readBy.at(-1)).toBe("b");
});

test("keys undo, redo, clear and copy, and leave all others alone", async () => {
	const { popup, record } = await setUp();
	const { pad } = popup;
	shortcut(key("z", { ctrlKey: true }), popup)!();
	expect(pad.blank.value).toBe(true);
	shortcut(key("Z", { ctrlKey: true, shiftKey: true }), popup)!();
	expect(pad.blank.value).toBe(false);
	await settle();
	shortcut(key("c", { ctrlKey: true }), popup)!();
	expect(record.clipboard).toBe("15\n72");
	shortcut(key("Delete"), popup)!();
	expect(pad.blank.value).toBe(true);
	for (const other of [key("z"), key("Escape"), key("Tab"), key("z", { ctrlKey: true, altKey: true })])
		expect(shortcut(other, popup)).toBeUndefined();
});

test("the digit that is looked at can be changed pixel by pixel, and the ink stays as it was", async () => {
	const { popup, record } = await setUp();
	popup.editPixels();
	await settle();
	expect(record.surfaces).toEqual(["pixels"]);
	expect(popup.active.value.reading.value?.text).toBe("5");
	await popup.saveDrawing("svg");
	expect(record.files).toEqual(["digit-lens-5.svg"]);
	popup.toggleSurface("pixels");
	expect(popup.active.value.reading.value?.text).toBe("15\n72");
	expect(popup.pad.strokes.value).toHaveLength(1);
});

test("a picture that is pasted takes the place of the pad and is read; the pad keeps its ink", async () => {
	const { popup, record } = await setUp();
	await popup.openFile(new File([], "cheque.png"));
	await settle();
	expect(record.surfaces).toEqual(["picture"]);
	expect(popup.active.value.reading.value?.text).toBe("38");
	expect(popup.drawn.value).toBe(false);
	popup.toggleSurface("picture");
	expect(popup.active.value.reading.value?.text).toBe("15\n72");
	expect(popup.drawn.value).toBe(true);
});

test("a file that is no picture is told, and the picture before it stays", async () => {
	const { popup } = await setUp();
	await popup.openFile(new File([], "cheque.png"));
	await settle();
	await popup.openFile(new File([], "notes.txt"));
	expect(popup.alert.value).toBe("This is no picture.");
	expect(popup.picture.picture.value?.name).toBe("cheque.png");
});

test("past readings are asked for when they are looked at, and copied with one click", async () => {
	const { popup, record } = await setUp();
	expect(popup.recent.value).toBeNull();
	popup.look("past");
	await settle();
	expect(popup.recent.value).toEqual([PAST]);
	await popup.copyRecent(PAST);
	expect(record.clipboard).toBe("42");
	expect(popup.copiedRecent.value).toBe("a");
});

test("copies the drawing as a picture and its pixels as numbers, each with its own sign", async () => {
	const { popup, record } = await setUp();
	await popup.copyPicture();
	expect(record.pictures).toEqual([{ strokes: popup.pad.strokes.value }]);
	expect(popup.sharedPicture.value).toBe(true);
	popup.toggleSurface("pixels");
	popup.pixels.pointAt([3.5, 1.5]);
	popup.pixels.togglePixel();
	await popup.copyNumbers();
	const rows = record.clipboard.trim().split("\n");
	expect(rows).toHaveLength(28);
	expect(rows[1]!.split("\t").slice(2, 5)).toEqual(["0", "255", "0"]);
	expect([popup.sharedPicture.value, popup.copiedNumbers.value]).toEqual([false, true]);

	const shut = await setUp({ clipboardOpen: false });
	await shut.popup.copyPicture();
	expect(shut.popup.alert.value).toContain("refused to copy");
});
