import { expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import { learnLastWords } from "../../../lib/browser/last-words.ts";

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

it("has learnt in time what is still to be said then, and writes numbers", () => {
	learnLastWords();
	const gone = vi.spyOn(fakeBrowser.i18n, "getMessage").mockImplementation(() => {
		throw new Error("Extension context invalidated.");
	});
	const language = vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockImplementation(() => {
		throw new Error("Extension context invalidated.");
	});
	const id = vi.spyOn(fakeBrowser.runtime, "id", "get").mockReturnValue(undefined as never);
	expect(t("panel.name")).toBe("Digit Lens reading");
	expect(t("picker.noAnswer")).toContain("reload the page");
	expect(formatNumber(0.5, { style: "percent", minimumFractionDigits: 3 })).toBe("50.000%");
	for (const mock of [gone, language, id]) mock.mockRestore();
});
