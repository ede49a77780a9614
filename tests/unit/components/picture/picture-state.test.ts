import { expect, test } from "vitest";
import { createPictureState } from "../../../../components/picture/picture-state.ts";
import type { OpenedPicture, SavedPicture } from "../../../../lib/browser/saved-pad.ts";
import type { Outcome, PictureReading } from "../../../../lib/protocol.ts";
import { readingOf } from "../readings.ts";

const settle = () => new Promise((done) => setTimeout(done));
const picture = (name: string) => ({ url: `data:image/png,${name}`, name, id: name });

/** Pictures whose names are digits are read as them; others cannot be read. */
async function read({ url }: OpenedPicture): Promise<Outcome<PictureReading>> {
	const text = url.split(",")[1]!;
	if (!/^\d+$/.test(text)) return { ok: false, sentence: "This picture could not be decoded." };
	return { ok: true, value: { reading: readingOf(text), width: 300, height: 100, pastId: "" } };
}

/** Of a picture that is read as a number, a part is read as its first digit. */
const cutOut = async (url: string) => url.slice(0, "data:image/png,".length + 1);

function setUp(savedPicture?: SavedPicture) {
	const saves: (SavedPicture | null)[] = [];
	const state = createPictureState({
		readPicture: read,
		savePicture: (saved) => saves.push(saved),
		cutOut,
		...(savedPicture && { savedPicture }),
	});
	return { state, saves };
}

test("a picture is shown with its reading, and saved", async () => {
	const { state, saves } = setUp();
	state.open(picture("42"));
	expect(state.busy.value).toBe(true);
	await settle();
	expect(state.busy.value).toBe(false);
	expect(state.reading.value?.text).toBe("42");
	expect(state.size.value).toEqual({ width: 300, height: 100 });
	expect(saves.at(-1)?.picture).toEqual(picture("42"));
	expect(setUp(saves.at(-1)!).state.reading.value?.text).toBe("42");
});

test("a picture is shown while it is read, and goes again where it cannot be", async () => {
	const { state } = setUp();
	state.open(picture("42"));
	expect(state.pending.value).toEqual(picture("42"));
	await settle();
	expect(state.pending.value).toBeNull();
	state.reread();
	expect(state.pending.value).toBeNull();
	state.open(picture("broken"));
	state.open(picture("worse"));
	expect(state.pending.value).toEqual(picture("worse"));
	await settle();
	expect(state.pending.value).toBeNull();
	state.open(picture("7"));
	state.clear();
	expect(state.pending.value).toBeNull();
	await settle();
	expect(state.picture.value).toBeNull();
});

test("undo puts a picture away that is still being read, and nothing else", async () => {
	const { state, saves } = setUp();
	state.open(picture("42"));
	state.undo();
	expect(state.hasInk.value).toBe(false);
	await settle();
	expect(state.picture.value).toBeNull();
	expect(saves.at(-1)).toBeNull();
	state.open(picture("42"));
	await settle();
	state.open(picture("7"));
	state.undo();
	await settle();
	expect(state.picture.value).toEqual(picture("42"));
	expect(state.reading.value?.text).toBe("42");
	expect(saves.at(-1)?.picture).toEqual(picture("42"));
	state.clear();
	state.open(picture("7"));
	state.clear();
	await settle();
	expect(state.picture.value).toBeNull();
});

test("one that cannot be read says why and takes nobody's place", async () => {
	const { state } = setUp();
	state.open(picture("42"));
	await settle();
	state.open(picture("broken"));
	await settle();
	expect(state.failure.value).toBe("This picture could not be decoded.");
	expect(state.picture.value).toEqual(picture("42"));
	expect(state.reading.value?.text).toBe("42");
});

test("what was put away or replaced comes back, and is read again", async () => {
	const { state, saves } = setUp();
	for (const name of ["1", "2"]) {
		state.open(picture(name));
		await settle();
	}
	state.clear();
	expect(state.hasInk.value).toBe(false);
	expect(state.reading.value).toBeNull();
	expect(saves.at(-1)).toBeNull();
	state.undo();
	await settle();
	expect(state.reading.value?.text).toBe("2");
	state.undo();
	await settle();
	expect(state.reading.value?.text).toBe("1");
	state.redo();
	await settle();
	expect(state.picture.value).toEqual(picture("2"));
});

test("a picture is new once: not when another model reads it, nor when undo brings it back", async () => {
	const asked: boolean[] = [];
	const state = createPictureState({
		readPicture: (opened, isNew) => {
			asked.push(isNew);
			return read(opened);
		},
		savePicture: () => {},
		cutOut,
	});
	state.open(picture("42"));
	await settle();
	state.reread();
	await settle();
	state.clear();
	state.undo();
	await settle();
	expect(asked).toEqual([true, false, false]);
});

test("put away while it is read again, it stays away", async () => {
	const { state, saves } = setUp();
	state.open(picture("42"));
	await settle();
	state.reread();
	state.clear();
	await settle();
	expect(state.picture.value).toBeNull();
	expect(state.reading.value).toBeNull();
	expect(saves.at(-1)).toBeNull();
	expect(state.busy.value).toBe(false);
});

test("only the last few pictures are kept for undo", async () => {
	const { state } = setUp();
	for (const name of ["1", "2", "3", "4", "5", "6"]) {
		state.open(picture(name));
		await settle();
	}
	let steps = 0;
	for (; state.canUndo.value; steps++) state.undo();
	expect(steps).toBe(3);
	await settle();
	expect(state.reading.value?.text).toBe("3");
});

test("how far a long reading is is told as long as it goes on", async () => {
	let finish = () => {};
	const state = createPictureState({
		readPicture: async (opened, _, { onProgress }) => {
			onProgress(0.4);
			await new Promise<void>((resolve) => {
				finish = resolve;
			});
			return read(opened);
		},
		savePicture: () => {},
		cutOut,
	});
	expect(state.progress.value).toBeNull();
	state.open(picture("42"));
	await settle();
	expect(state.progress.value).toBe(0.4);
	finish();
	await settle();
	expect(state.progress.value).toBeNull();
	expect(state.reading.value?.text).toBe("42");
});

test("a picture whose reading nobody saw end is there, and read, when the popup opens again", async () => {
	const { state, saves } = setUp();
	state.open(picture("42"));
	expect(saves).toEqual([{ picture: picture("42"), result: null }]);
	const reopened = setUp(saves[0]!).state;
	expect(reopened.picture.value).toEqual(picture("42"));
	reopened.reread();
	await settle();
	expect(reopened.reading.value?.text).toBe("42");
});

test("one that cannot be read is not what is there when the popup opens again", async () => {
	const { state, saves } = setUp();
	state.open(picture("42"));
	await settle();
	state.open(picture("broken"));
	await settle();
	expect(saves.at(-1)?.picture).toEqual(picture("42"));
});

test("a picture that another one takes the place of is not waited for, and says nothing", async () => {
	const asked: string[] = [];
	const state = createPictureState({
		readPicture: (opened, _, { signal }) => {
			asked.push(opened.name);
			if (opened.name !== "1") return read(opened);
			return new Promise((resolve) => {
				signal.addEventListener("abort", () =>
					resolve({ ok: false, sentence: "The reading was cancelled." }),
				);
			});
		},
		savePicture: () => {},
		cutOut,
	});
	for (const name of ["1", "2", "3"]) state.open(picture(name));
	await settle();
	expect(asked).toEqual(["1", "3"]);
	expect(state.failure.value).toBeNull();
	expect(state.reading.value?.text).toBe("3");
});

test("a part of it is read by itself, and undo brings the whole back", async () => {
	const { state } = setUp();
	state.choosePart(true);
	expect(state.choosing.value).toBe(false);
	state.open(picture("42"));
	await settle();
	state.choosePart(true);
	expect(state.choosing.value).toBe(true);
	await state.readPart({ x: 0, y: 0, width: 0.5, height: 1 });
	await settle();
	expect(state.choosing.value).toBe(false);
	expect(state.reading.value?.text).toBe("4");
	state.undo();
	await settle();
	expect(state.reading.value?.text).toBe("42");
});

test("a past reading is shown as it was put right, also when it is opened once more or comes back by undo", async () => {
	const { state, saves } = setUp({
		picture: { ...picture("42"), pastId: "past", pastText: "47" },
		result: null,
	});
	state.reread();
	await settle();
	expect([state.reading.value?.text, state.number.text.value]).toEqual(["42", "47"]);
	const reopened = setUp(saves.at(-1)!).state;
	expect(reopened.number.text.value).toBe("47");
	reopened.clear();
	reopened.undo();
	await settle();
	expect(reopened.number.text.value).toBe("47");
});

test("takes what another page has saved once that is read, and reads it no second time", async () => {
	const there = setUp();
	there.state.open(picture("42"));
	await settle();
	const [asked, read] = there.saves;
	const { state, saves } = setUp();
	state.adopt(asked!);
	expect(state.picture.value).toBeNull();
	state.adopt(read!);
	expect(state.picture.value).toEqual(picture("42"));
	expect(state.reading.value?.text).toBe("42");
	state.adopt(null);
	expect(state.hasInk.value).toBe(false);
	expect(saves).toEqual([]);
});

test("takes a number as it was put right on another page, and as it was read where that was taken back", async () => {
	const there = setUp();
	there.state.open(picture("42"));
	await settle();
	const { state } = setUp();
	there.state.number.type(0, "47", 2);
	state.adopt(there.saves.at(-1)!);
	expect(state.number.text.value).toBe("47");
	expect(state.reading.value?.text).toBe("42");
	there.state.number.undo();
	state.adopt(there.saves.at(-1)!);
	expect(state.number.text.value).toBe("42");
});
