// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { listenToPen } from "../../../../components/pad/pen-input.ts";

/** What comes of the events of pointers: a stroke as the places where it went, and "dropped" where one was taken back. */
function heard(act: (point: (type: string, who: "touch" | "pen", at: number, id?: number) => void) => void) {
	const element = document.createElement("div");
	element.setPointerCapture = () => {};
	const strokes: (number[] | "dropped")[] = [];
	let live: number[] = [];
	const end = (how: number[] | "dropped") => {
		strokes.push(how);
		live = [];
	};
	listenToPen(element, {
		onPoints: (points) => void live.push(...points.map(([x]) => x)),
		onLift: () => end(live),
		onCancel: () => end("dropped"),
	});
	act((type, pointerType, timeStamp, pointerId = pointerType === "pen" ? 1 : 2) => {
		// Browsers tell of moves by one of two names.
		for (const name of type === "move" ? ["pointermove", "pointerrawupdate"] : [`pointer${type}`]) {
			const event = new Event(name);
			const more = { pointerType, pointerId, timeStamp, button: 0, clientX: timeStamp, clientY: 0 };
			for (const [property, value] of Object.entries({ ...more, getCoalescedEvents: () => [] }))
				Object.defineProperty(event, property, { value });
			element.dispatchEvent(event);
		}
	});
	return strokes;
}

test("a palm that rests already gives way to the pen, and stays away while it writes", () => {
	const strokes = heard((point) => {
		point("down", "touch", 0);
		point("down", "pen", 10);
		point("move", "touch", 11);
		point("move", "pen", 20);
		point("up", "pen", 30);
		point("move", "touch", 40);
		point("down", "pen", 500);
		point("up", "touch", 510);
		point("up", "pen", 520);
		point("down", "touch", 900, 3);
		point("up", "touch", 950, 3);
	});
	expect(strokes).toEqual(["dropped", [10, 20], [500]]);
});

test("a finger draws, one at a time, and again when the pen is long gone", () => {
	const strokes = heard((point) => {
		point("down", "touch", 0);
		point("down", "touch", 5, 3);
		point("move", "touch", 10);
		point("up", "touch", 20);
		point("down", "pen", 100);
		point("up", "pen", 110);
		point("down", "touch", 3000);
		point("up", "touch", 3010);
	});
	expect(strokes).toEqual([[0, 10], [100], [3000]]);
});
