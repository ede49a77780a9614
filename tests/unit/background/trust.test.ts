import { expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { fromOurFrames, fromOurPages } from "../../../entrypoints/background/trust.ts";

const answer = async () => ({ ok: true, value: "secret" }) as const;

it("answers pages of the extension, also in a tab", async () => {
	const url = fakeBrowser.runtime.getURL("/options.html" as "/");
	expect(await fromOurPages({ url }, answer)).toEqual({ ok: true, value: "secret" });
	expect(await fromOurPages({ url, tab: { active: true } }, answer)).toEqual({ ok: true, value: "secret" });
});

it.each(["https://a.example/", "https://a.example/chrome-extension://test-extension-id/", undefined])(
	"refuses %s",
	async (url) => {
		expect(await fromOurPages({ url }, answer)).toMatchObject({ ok: false });
	},
);

it("answers its frames over a page, but not the script that stands in the page", async () => {
	const url = "https://a.example/";
	const tab = { active: true };
	expect(await fromOurFrames({ url: "about:srcdoc", tab, frameId: 7 }, answer)).toMatchObject({ ok: true });
	expect(await fromOurFrames({ url, tab, frameId: 0 }, answer)).toMatchObject({ ok: false });
	expect(await fromOurFrames({ url }, answer)).toMatchObject({ ok: false });
	const ours = fakeBrowser.runtime.getURL("/frame.html" as "/");
	expect(await fromOurFrames({ url: ours, tab, frameId: 7 }, answer)).toMatchObject({ ok: true });
});
