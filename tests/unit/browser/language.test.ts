import { expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { t } from "../../../lib/browser/language.ts";

it("goes on saying what it said before when the extension is gone from under a page, and no more", () => {
	const sentence = t("picker.noAnswer");
	expect(sentence).toContain("reload the page");
	const gone = vi.spyOn(fakeBrowser.i18n, "getMessage").mockImplementation(() => {
		throw new Error("Extension context invalidated.");
	});
	expect(() => t("picker.noAnswer")).toThrow("invalidated");
	const id = vi.spyOn(fakeBrowser.runtime, "id", "get").mockReturnValue(undefined as never);
	expect([t("picker.noAnswer"), t("picker.fromScreen")]).toEqual([sentence, ""]);
	id.mockRestore();
	gone.mockRestore();
});
