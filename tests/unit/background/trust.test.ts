import { expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { fromOurPages } from "../../../entrypoints/background/trust.ts";

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
