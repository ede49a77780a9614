import { expect, it } from "vitest";
import { type FieldLimits, fitField } from "../../lib/field-fit.ts";

const ANY: FieldLimits = { hasLines: false, isNumber: false, before: "", behind: "" };
const goesInto = (text: string, limits: Partial<FieldLimits>) => fitField(text, { ...ANY, ...limits });

it.each<[string, Partial<FieldLimits>, string, string, boolean]>([
	["all of it", {}, "1,572.5", "1,572.5", false],
	["lines as one", {}, "12\n3\t4", "12 3 4", false],
	["lines where there is room for them", { hasLines: true }, "12\n3", "12\n3", false],
	["as much as there is room for", { most: 3 }, "1572", "157", true],
	[
		"what still has room beside what stands there",
		{ most: 6, before: "99", behind: "8" },
		"1572",
		"157",
		true,
	],
	["nothing into a full field", { most: 2, before: "99" }, "15", "", true],
	["a number as HTML writes it", { isNumber: true }, "-1 572,5", "-1572.5", false],
	["the first of several numbers", { isNumber: true }, "12\n34", "12", true],
	["the first number of a sum", { isNumber: true }, "232+323", "232", true],
	["what may be thousands as a fraction, and says so", { isNumber: true }, "1,572", "1.572", true],
	["the digits alone into a row of fields", { isRow: true, most: 4 }, "1-5 72", "1572", false],
	["as many digits as a row has fields", { isRow: true, most: 2 }, "1572", "15", true],
	["no number where there is none", { isNumber: true }, "%", "", false],
])("takes %s", (_, limits, text, goes, isCut) => {
	expect(goesInto(text, limits)).toMatchObject({ text: goes, isCut });
});

it("knows the form that a field asks for", () => {
	expect(goesInto("1572", { pattern: "[0-9]{4}" }).isOdd).toBe(false);
	expect(goesInto("15.72", { pattern: "[0-9]{4}" }).isOdd).toBe(true);
	expect(goesInto("72", { pattern: "[0-9]{4}", before: "15" }).isOdd).toBe(false);
	expect(goesInto("1572", { pattern: "(" }).isOdd).toBe(false);
});
