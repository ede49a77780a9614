import { expect, it } from "vitest";
import { replaceTable } from "../../../../tools/evaluation/model-table.ts";

it("puts the table between the markers and leaves the rest alone", () => {
	const text = "before\n<!-- models -->\nold\n<!-- /models -->\nafter\n";
	const once = replaceTable(text, "| new |");
	expect(once).toBe("before\n<!-- models -->\n| new |\n<!-- /models -->\nafter\n");
	expect(replaceTable(once, "| new |")).toBe(once);
});

it("leaves a text without markers alone", () => {
	expect(replaceTable("nothing here", "| new |")).toBe("nothing here");
});
