// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { nameOf } from "../../../entrypoints/picker/field.ts";

beforeEach(() => {
	document.body.innerHTML = "";
});

function field(html: string): HTMLElement {
	document.body.innerHTML = html;
	return document.querySelector<HTMLElement>("#field")!;
}

test.each([
	['<label for="field"> Amount\n in euros </label><input id="field" name="a1">', "Amount in euros"],
	['<input id="field" aria-label="PIN" placeholder="0000">', "PIN"],
	['<b id="x">Total</b><input id="field" aria-labelledby="x">', "Total"],
	['<input id="field" placeholder="0000" name="pin">', "0000"],
	['<input id="field" name="pin">', "pin"],
	['<div id="field" contenteditable title="Notes"></div>', "Notes"],
	['<input id="field">', ""],
])("people know it by what the page says: %s", (html, name) => {
	expect(nameOf(field(html))).toBe(name);
});

test("a long name is cut", () => {
	expect(nameOf(field(`<input id="field" aria-label="${"x".repeat(500)}">`))).toHaveLength(60);
});
