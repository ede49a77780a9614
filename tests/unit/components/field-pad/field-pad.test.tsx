// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { edgesOf } from "../../../../components/field-pad/edges.ts";
import { FieldPad } from "../../../../components/field-pad/field-pad.tsx";
import { createPadState } from "../../../../components/pad/pad-state.ts";
import type { FieldLimits } from "../../../../lib/field-fit.ts";
import { EMPTY_INK } from "../../../../lib/ink/history.ts";
import { readingOf } from "../readings.ts";

// There is no canvas without a browser.
vi.mock("../../../../components/pad/ink-pad.tsx", () => ({ InkPad: () => null }));

afterEach(cleanup);

const FREE: FieldLimits = { hasLines: false, isNumber: false, before: "", behind: "" };
const PLACE = { x: 40, y: 20, width: 100, height: 30 };

function show(text: string, limits: FieldLimits, name = "Amount", takesNothing = false) {
	const pad = createPadState({
		read: async () => ({ ok: true, value: readingOf(text) }),
		save: () => {},
		saved: { ink: EMPTY_INK, reading: readingOf(text) },
	});
	render(
		<FieldPad
			pad={pad}
			doubtBelow={0.9}
			name={name}
			limits={limits}
			takesNothing={takesNothing}
			place={PLACE}
			viewport={{ width: 800, height: 600 }}
			onInsert={() => {}}
			onClose={() => {}}
			onShape={() => {}}
		/>,
	);
}

const said = () => document.querySelector(".drawn-doubt")?.textContent;
const insert = () => screen.getByText<HTMLButtonElement>("Insert");

test("says for which field it is, frames it, and takes all where nothing limits it", () => {
	show("1234567", FREE);
	expect(screen.getByRole("heading").textContent).toBe("For “Amount”");
	expect(document.querySelectorAll(".field-edge")).toHaveLength(4);
	expect(said()).toBe("");
	expect(insert().disabled).toBe(false);
});

test("says what the field takes, and before what of a number that is", () => {
	show("4712", { ...FREE, most: 3 }, "");
	expect(screen.getByRole("heading").textContent).toBe("For the field that is framedtakes 3 characters");
	expect(said()).toBe("The field takes only this of it: 471");
	expect(insert().disabled).toBe(false);
});

test("says that a field took nothing", () => {
	show("4712", FREE, "Amount", true);
	expect(said()).toBe("The field is gone, or takes nothing any more.");
	expect(insert().disabled).toBe(true);
});

test("a field that is full takes nothing", () => {
	show("4712", { ...FREE, most: 3, before: "123" });
	expect(said()).toBe("The field takes none of this.");
	expect(insert().disabled).toBe(true);
});

test("the frame stands around the field and leaves it free", () => {
	const edges = edgesOf(PLACE);
	for (const { x, y, width, height } of edges) {
		const isOutside =
			x + width <= PLACE.x ||
			x >= PLACE.x + PLACE.width ||
			y + height <= PLACE.y ||
			y >= PLACE.y + PLACE.height;
		expect(isOutside).toBe(true);
	}
});
