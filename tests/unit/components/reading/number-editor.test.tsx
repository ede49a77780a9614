// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { NumberEditor } from "../../../../components/reading/number-editor.tsx";
import { createNumberState } from "../../../../components/reading/number-state.ts";
import { draftOfText } from "../../../../lib/reading/draft.ts";

afterEach(cleanup);

function show(text: string) {
	const number = createNumberState();
	number.begin(draftOfText(text));
	render(<NumberEditor number={number} size={20} />);
	const field = screen.getByRole<HTMLInputElement>("textbox");
	const type = (value: string, isComposing = false) => {
		field.value = value;
		field.setSelectionRange(value.length, value.length);
		fireEvent(field, new InputEvent("input", { bubbles: true, isComposing }));
	};
	return { number, field, type };
}

test("what an input method composes is seen, and comes in when it is done, once", () => {
	const { number, field, type } = show("472");
	for (const composed of ["472１", "472１２", "472１２３"]) {
		type(composed, true);
		expect(field.value).toBe(composed);
		expect(document.querySelector(".number-line")!.textContent).toBe(composed);
		expect(number.text.value).toBe("472");
	}
	fireEvent(field, new CompositionEvent("compositionend", { bubbles: true }));
	// Firefox tells once more that it is done.
	type("472123");
	expect(number.text.value).toBe("472123");
	expect(field.value).toBe("472123");
	number.undo();
	expect(number.text.value).toBe("472");
});

test("what no reading can hold does not stay in the field", () => {
	const { number, field, type } = show("472");
	type("472あ", true);
	fireEvent(field, new CompositionEvent("compositionend", { bubbles: true }));
	expect([field.value, number.text.value]).toEqual(["472", "472"]);
});

test("the keys of an input method are not ours", () => {
	const { number, field } = show("472");
	number.put({ field: 0, start: 1, end: 1 });
	fireEvent(field, new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing: true }));
	expect(number.text.value).toBe("472");
});
