// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { isUpright } from "../../../entrypoints/picker/viewport.ts";

afterEach(() => vi.unstubAllGlobals());

/** Whether an image with these computed styles shows what its file holds. */
function isUprightWith(style: Record<string, string>): boolean {
	const computed = { transform: "none", rotate: "none", scale: "none", ...style };
	vi.stubGlobal("getComputedStyle", () => ({
		...computed,
		getPropertyValue: (name: string) => style[name] ?? "",
	}));
	return isUpright(document.createElement("img"));
}

test("a picture is drawn from its file only where CSS shows all of it, upright", () => {
	expect(isUprightWith({})).toBe(true);
	expect(isUprightWith({ "object-view-box": "none" })).toBe(true);
	expect(isUprightWith({ "object-view-box": "inset(10%)" })).toBe(false);
	expect(isUprightWith({ rotate: "8deg" })).toBe(false);
	expect(isUprightWith({ scale: "-1 1" })).toBe(false);
});
