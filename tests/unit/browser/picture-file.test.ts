// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { openPictureFile } from "../../../lib/browser/picture-file.ts";

/** The beginning of a PNG of this size, as the PNG specification has it in 5.2 and 11.2.1. */
function pngHead(width: number, height: number): Uint8Array<ArrayBuffer> {
	const head = new Uint8Array(33);
	head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
	const view = new DataView(head.buffer);
	view.setUint32(16, width);
	view.setUint32(20, height);
	return head;
}

it("says of a picture that is too large how many pixels are read, and what can be done", async () => {
	const file = new File([pngHead(20_000, 5000)], "wall.png", { type: "image/png" });
	const opened = await openPictureFile(file);
	expect(opened).toMatchObject({ ok: false });
	const sentence = opened.ok ? "" : opened.sentence;
	expect(sentence).toMatch(/20,?000 by 5,?000 pixels; at most 50 million are read/);
	expect(sentence).toContain("Crop it");
});

it.each([
	["photo", ""],
	["photo.txt", "text/plain"],
	["photo.svg", "image/svg+xml"],
])("tells a picture by its content, whatever it is called: %s", async (name, type) => {
	const opened = await openPictureFile(new File([pngHead(60, 50)], name, { type }));
	expect(opened).toMatchObject({ ok: true, value: expect.stringMatching(/^data:image\/png;base64,iVBOR/) });
});

it.each([
	["note.txt", "text/plain", "hello"],
	["drawing.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
	["nothing", "", ""],
])("says what is no picture: %s", async (name, type, content) => {
	const opened = await openPictureFile(new File([content], name, { type }));
	expect(opened).toMatchObject({ ok: false, sentence: expect.stringContaining(name) });
});
