import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { answer } from "../../../entrypoints/background/answer.ts";
import { type Data, sendMessage } from "../../../lib/browser/messaging.ts";

beforeEach(() => fakeBrowser.reset());

it("passes on what a request asks", async () => {
	answer("readingProgress", async ({ id }) => ({ ok: true, value: id.length }));
	expect(await sendMessage("readingProgress", { id: "four" })).toEqual({ ok: true, value: 4 });
});

it("answers with a sentence what is no request", async () => {
	const handle = vi.fn();
	answer("readingProgress", handle);
	const nonsense = { id: 7 } as unknown as Data<"readingProgress">;
	expect(await sendMessage("readingProgress", nonsense)).toEqual({
		ok: false,
		sentence: "Digit Lens did not understand this request.",
	});
	expect(handle).not.toHaveBeenCalled();
});

it("answers with a sentence, not with its stack, when something breaks", async () => {
	const told = vi.spyOn(console, "error").mockImplementation(() => {});
	answer("readingProgress", async () => {
		throw new TypeError("x is not a function");
	});
	expect(await sendMessage("readingProgress", { id: "" })).toEqual({
		ok: false,
		sentence: "Something went wrong in Digit Lens. Try again.",
	});
	expect(told).toHaveBeenCalledOnce();
});
